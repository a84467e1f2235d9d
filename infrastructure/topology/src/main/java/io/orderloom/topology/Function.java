package io.orderloom.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The five functions, each owning one step, with their limits and what they may touch. */
public enum Function {
    INTAKE(
            "intake",
            10,
            Optional.of("POST /webhooks/{channelInstance}"),
            Set.of(Queue.INBOUND),
            false),
    NORMALIZE(
            "normalize",
            30,
            Optional.empty(),
            Set.of(Queue.ERP, Queue.STATUS, Queue.COMPENSATION),
            true),
    ERP_POST("erp-post", 60, Optional.empty(), Set.of(Queue.STATUS, Queue.COMPENSATION), true),
    STATUS_FANOUT("status-fanout", 30, Optional.empty(), Set.of(Queue.STATUS), true),
    REFUND_COMPENSATION(
            "refund-compensation",
            60,
            Optional.empty(),
            Set.of(Queue.STATUS, Queue.COMPENSATION),
            true);

    private final String label;
    private final int timeoutSeconds;
    private final Optional<String> route;
    private final Set<Queue> sends;
    private final boolean usesTable;

    Function(
            String label,
            int timeoutSeconds,
            Optional<String> route,
            Set<Queue> sends,
            boolean usesTable) {
        this.label = label;
        this.timeoutSeconds = timeoutSeconds;
        this.route = route;
        this.sends = sends;
        this.usesTable = usesTable;
    }

    /** The function's name, which is also the name of its module below {@code functions/}. */
    public String label() {
        return label;
    }

    public String functionName() {
        return "orderloom-" + label;
    }

    /** After this a running invocation is ended by force. */
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
        return usesTable;
    }
}
