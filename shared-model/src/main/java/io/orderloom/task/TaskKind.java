package io.orderloom.task;

/**
 * The effects that an order can have on other systems: one row for each. Which queue asks for it
 * and whether a call at the ERP is due follow from its target; whether a function brings it about
 * follows from its executor.
 */
public enum TaskKind {
    ERP_POST("erp-post", Target.ERP, Executor.FUNCTION),
    ERP_AMEND("erp-amend", Target.ERP, Executor.PERSON),
    ERP_CANCEL("erp-cancel", Target.ERP, Executor.FUNCTION),
    ERP_CREDIT("erp-credit", Target.ERP, Executor.PERSON),
    REFUND("refund", Target.CHANNEL, Executor.FUNCTION),
    RETURN("return", Target.BUYER, Executor.PERSON);

    /** On whose side the effect is. */
    public enum Target {
        ERP,
        CHANNEL,
        BUYER
    }

    /** By whom it is brought about. */
    public enum Executor {
        /** A function has a {@code TaskExecutor} for it. */
        FUNCTION,
        /** No adapter can do it yet, so an exception asks a person. */
        PERSON
    }

    private final String label;
    private final Target target;
    private final Executor executor;

    TaskKind(String label, Target target, Executor executor) {
        this.label = label;
        this.target = target;
        this.executor = executor;
    }

    /** As it is stored, sent and shown. */
    public String label() {
        return label;
    }

    public Target target() {
        return target;
    }

    public Executor executor() {
        return executor;
    }
}
