package io.orderloom.task;

import io.orderloom.erp.ErpCapability;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import java.util.Optional;

/**
 * The effects that an order can have on other systems, one row for each. {@code Message.task} makes
 * the message that requests it, and that message's type decides which queue takes it.
 */
public enum TaskKind {
    // spotless:off
    ERP_POST  ("erp-post",   Target.ERP,     Executor.FUNCTION, Owner.ERP_TEAM,         Type.TASK,   Optional.empty()),
    ERP_AMEND ("erp-amend",  Target.ERP,     Executor.PERSON,   Owner.ERP_TEAM,         Type.TASK,   Optional.of(ErpCapability.AMEND)),
    ERP_CANCEL("erp-cancel", Target.ERP,     Executor.FUNCTION, Owner.ERP_TEAM,         Type.TASK,   Optional.of(ErpCapability.CANCEL)),
    ERP_CREDIT("erp-credit", Target.ERP,     Executor.PERSON,   Owner.FINANCE,          Type.TASK,   Optional.of(ErpCapability.CREDIT)),
    /** Owed money is more than a mere task, so its exception has a type of its own. */
    REFUND    ("refund",     Target.CHANNEL, Executor.FUNCTION, Owner.CUSTOMER_SERVICE, Type.REFUND, Optional.empty()),
    RETURN    ("return",     Target.BUYER,   Executor.PERSON,   Owner.CUSTOMER_SERVICE, Type.TASK,   Optional.empty());
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
        /**
         * An exception requests it from a person, unless the order's ERP has the capability that it
         * needs and a function has a {@code TaskExecutor} for it.
         */
        PERSON
    }

    private final String label;
    private final Target target;
    private final Executor executor;
    private final Owner owner;
    private final Type trouble;
    private final Optional<ErpCapability> needs;

    TaskKind(
            String label,
            Target target,
            Executor executor,
            Owner owner,
            Type trouble,
            Optional<ErpCapability> needs) {
        this.label = label;
        this.target = target;
        this.executor = executor;
        this.owner = owner;
        this.trouble = trouble;
        this.needs = needs;
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

    /** The capability that an ERP must have for a function to carry it out there. */
    public Optional<ErpCapability> needs() {
        return needs;
    }
}
