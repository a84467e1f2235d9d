package io.orderloom.contract.compat;

/** The directions in which the current code and the published schema read what the other wrote. */
public enum ReadDirection {
    /** The current code reads what was written by the published schema. */
    NEW_READS_OLD,
    /** A reader of the published schema reads what is written now. */
    OLD_READS_NEW
}
