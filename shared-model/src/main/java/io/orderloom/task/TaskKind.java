package io.orderloom.task;

import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;

/**
 * The effects that an order can have on other systems, one row for each. {@code Message.task} makes
 * the message that requests it, and that message's type decides which queue takes it.
 */
public enum TaskKind {
    // spotless:off
    ERP_POST  ("erp-post",   Target.ERP,     Executor.FUNCTION, Owner.ERP_TEAM,         Type.TASK),
    ERP_AMEND ("erp-amend",  Target.ERP,     Executor.PERSON,   Owner.ERP_TEAM,         Type.TASK),
    ERP_CANCEL("erp-cancel", Target.ERP,     Executor.FUNCTION, Owner.ERP_TEAM,         Type.TASK),
    ERP_CREDIT("erp-credit", Target.ERP,     Executor.PERSON,   Owner.FINANCE,          Type.TASK),
    /** Owed money is more than a mere task, so its exception has a type of its own. */
    REFUND    ("refund",     Target.CHANNEL, Executor.FUNCTION, Owner.CUSTOMER_SERVICE, Type.REFUND),
    RETURN    ("return",     Target.BUYER,   Executor.PERSON,   Owner.CUSTOMER_SERVICE, Type.TASK);
    // spotless:on

    /** The side on which the effect takes place. */
    public enum Target {
        ERP,
        CHANNEL,
        BUYER
    }

    /** Tells whether a function or a person carries the effect out. */
    public enum Executor {
        /** A function has a {@code TaskExecutor} for it. */
        FUNCTION,
        /** No adapter can do it yet, so an exception requests it from a person. */
        PERSON
    }

    private final String label;
    private final Target target;
    private final Executor executor;
    private final Owner owner;
    private final Type trouble;

    TaskKind(String label, Target target, Executor executor, Owner owner, Type trouble) {
        this.label = label;
        this.target = target;
        this.executor = executor;
        this.owner = owner;
        this.trouble = trouble;
    }

    /** The name under which it is stored, sent and shown. */
    public String label() {
        return label;
    }

    public Target target() {
        return target;
    }

    public Executor executor() {
        return executor;
    }

    /** The people who can do it by hand. */
    public Owner owner() {
        return owner;
    }

    /** The type of the exception that is opened where only a person can do it. */
    public Type trouble() {
        return trouble;
    }
}
