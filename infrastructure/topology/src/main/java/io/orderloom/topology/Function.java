package io.orderloom.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The six functions, each with one step of the work, its limits and its permissions. */
public enum Function {
    INTAKE(
            "intake",
            10,
            Optional.of("POST /webhooks/{channelInstance}"),
            Set.of(Queue.INBOUND),
            Set.of(),
            Set.of(Secret.CHANNEL_SIGNING)),
    NORMALIZE(
            "normalize",
            30,
            Optional.empty(),
            Set.of(Queue.ERP, Queue.STATUS, Queue.COMPENSATION),
            Set.of(
                    TableAction.BATCH_GET_ITEM,
                    TableAction.BATCH_WRITE_ITEM,
                    TableAction.DESCRIBE_TABLE,
                    TableAction.PUT_ITEM,
                    TableAction.QUERY,
                    TableAction.UPDATE_ITEM),
            Set.of()),
    ERP_POST(
            "erp-post",
            60,
            Optional.empty(),
            Set.of(Queue.STATUS, Queue.COMPENSATION),
            Set.of(
                    TableAction.BATCH_GET_ITEM,
                    TableAction.DESCRIBE_TABLE,
                    TableAction.PUT_ITEM,
                    TableAction.QUERY,
                    TableAction.UPDATE_ITEM),
            Set.of(Secret.ERP)),
    STATUS_FANOUT(
            "status-fanout",
            30,
            Optional.empty(),
            Set.of(Queue.STATUS),
            Set.of(TableAction.DESCRIBE_TABLE, TableAction.PUT_ITEM, TableAction.UPDATE_ITEM),
            Set.of(Secret.SUBSCRIBERS)),
    REFUND_COMPENSATION(
            "refund-compensation",
            60,
            Optional.empty(),
            Set.of(Queue.STATUS, Queue.COMPENSATION),
            Set.of(
                    TableAction.BATCH_GET_ITEM,
                    TableAction.DESCRIBE_TABLE,
                    TableAction.PUT_ITEM,
                    TableAction.QUERY,
                    TableAction.UPDATE_ITEM),
            Set.of(Secret.CHANNEL_API, Secret.ERP)),
    MAINTENANCE(
            "maintenance",
            30,
            Optional.empty(),
            Set.of(Queue.ERP, Queue.STATUS, Queue.COMPENSATION),
            Set.of(
                    TableAction.BATCH_GET_ITEM,
                    TableAction.DESCRIBE_TABLE,
                    TableAction.PUT_ITEM,
                    TableAction.QUERY,
                    TableAction.QUERY_DUE,
                    TableAction.QUERY_WORK,
                    TableAction.SCAN,
                    TableAction.UPDATE_ITEM),
            Set.of());

    private final String label;
    private final int timeoutSeconds;
    private final Optional<String> route;
    private final Set<Queue> sends;
    private final Set<TableAction> tableActions;
    private final Set<Secret> reads;

    Function(
            String label,
            int timeoutSeconds,
            Optional<String> route,
            Set<Queue> sends,
            Set<TableAction> tableActions,
            Set<Secret> reads) {
        this.label = label;
        this.timeoutSeconds = timeoutSeconds;
        this.route = route;
        this.sends = sends;
        this.tableActions = tableActions;
        this.reads = reads;
    }

    /** The function's name, which is also the name of its module below {@code functions/}. */
    public String label() {
        return label;
    }

    public String functionName() {
        return "orderloom-" + label;
    }

    /** Lambda ends an invocation that runs longer. */
    public Duration timeout() {
        return Duration.ofSeconds(timeoutSeconds);
    }

    public int memoryMegabytes() {
        return 256;
    }

    /** Method and path at the HTTP API, in API Gateway's route syntax. */
    public Optional<String> route() {
        return route;
    }

    /** The queues it may send to. */
    public Set<Queue> sends() {
        return sends;
    }

    public boolean usesTable() {
        return !tableActions.isEmpty();
    }

    /** The actions on the table that its code calls, and no others. */
    public Set<TableAction> tableActions() {
        return tableActions;
    }

    /** The secrets that it may read. */
    public Set<Secret> reads() {
        return reads;
    }
}
