package io.orderloom.contract.compat;

/** Which side reads what the other wrote. */
public enum Reading {
    /** What was written by the published schema is read by what is built now. */
    NEW_READS_OLD,
    /** What is written now is read by a reader of the published schema. */
    OLD_READS_NEW
}
