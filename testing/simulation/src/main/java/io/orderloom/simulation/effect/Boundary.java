package io.orderloom.simulation.effect;

/** The kinds of effects between which a process can die. */
public enum Boundary {
    /** A batch is handed to the function. */
    RECEIVE,
    /** Items are read. */
    READ,
    /** A fact is committed with the new state. */
    COMMIT,
    /** Something is put beside the state: payload, document, exception. */
    KEEP,
    /** A task changes hands or outcome. */
    CLAIM,
    /** Calls at an ERP account are asked for, or told of. */
    ACCOUNT,
    /** The ERP is asked what it has. */
    ERP_LOOK_UP,
    /** The ERP is asked to change something. */
    ERP_WRITE,
    /** The channel is asked to give money back. */
    REFUND,
    /** A subscriber is told. */
    TELL,
    /** Messages are sent. */
    SEND,
    /** A message is hidden for longer. */
    POSTPONE,
    /** The batch's messages are deleted as far as the function is done with them. */
    ACKNOWLEDGE
}
