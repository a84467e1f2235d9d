package io.orderloom.simulation.effect;

/** The kinds of effects between which a process can die. */
public enum Boundary {
    /** A batch is handed to the function. */
    RECEIVE,
    /** Items are read. */
    READ,
    /** A fact is committed together with the new state. */
    COMMIT,
    /** Something is stored beside the state: a payload, a document or an exception. */
    KEEP,
    /** A task is claimed, handed over or settled. */
    CLAIM,
    /** A permit for calls at an ERP account is requested, or their result is reported. */
    ACCOUNT,
    /** The ERP is queried for what it has. */
    ERP_LOOK_UP,
    /** The ERP is called to change something. */
    ERP_WRITE,
    /** The channel is called to refund money. */
    REFUND,
    /** An event is delivered to a subscriber. */
    TELL,
    /** Messages are sent. */
    SEND,
    /** A message's visibility timeout is extended. */
    POSTPONE,
    /** The messages of a batch that the function has finished are deleted. */
    ACKNOWLEDGE
}
