package io.orderloom.topology;

import java.time.Duration;

/** The queues between the functions, each with a dead-letter queue of its own. */
public enum Queue {
    /** Raw payloads as the channels sent them; any order. */
    INBOUND("inbound", Ordering.STANDARD, 25),
    /** Orders to post; in order per order id. */
    ERP("erp", Ordering.FIFO, 1000),
    /** Lifecycle events to deliver; in order per order id. */
    STATUS("status", Ordering.FIFO, 1000),
    /** Compensations to carry out; in order per order id. */
    COMPENSATION("compensation", Ordering.FIFO, 1000);

    /** The order of messages: any, or one after another within a group. */
    public enum Ordering {
        STANDARD,
        FIFO
    }

    /** Time for a cold start, at most ten seconds, which no time-out counts, and for receiving. */
    private static final Duration START = Duration.ofSeconds(15);

    private final String label;
    private final Ordering ordering;
    private final int maxReceiveCount;

    Queue(String label, Ordering ordering, int maxReceiveCount) {
        this.label = label;
        this.ordering = ordering;
        this.maxReceiveCount = maxReceiveCount;
    }

    /** The short name, for example {@code erp}. */
    public String label() {
        return label;
    }

    public Ordering ordering() {
        return ordering;
    }

    public boolean fifo() {
        return ordering == Ordering.FIFO;
    }

    /** The queue's name at SQS; FIFO names end in {@code .fifo}. */
    public String queueName() {
        return "orderloom-" + label + suffix();
    }

    /** The name of the dead-letter queue, which has the same ordering. */
    public String deadLetterName() {
        return "orderloom-" + label + "-dlq" + suffix();
    }

    /**
     * Receives before SQS moves a message to the dead-letter queue. The number is high and a last
     * resort, because waiting for the end of an outage counts as receives too. Attempts are counted
     * in the task.
     */
    public int maxReceiveCount() {
        return maxReceiveCount;
    }

    /**
     * As long as the consumer may run, and a little for its start: after that, SQS delivers the
     * messages of a consumer that died again. AWS advises six times as long, for batches that wait
     * because the function is throttled (AWS Lambda Developer Guide, "Configuring a queue to use
     * with Lambda"). Here no message is received before the event source's maximum concurrency has
     * room, and one that is delivered twice all the same is recognized by its key.
     */
    public Duration visibilityTimeout() {
        return Topology.eventSource(this).function().timeout().plus(START);
    }

    /** The visibility timeout of the dead-letter queue, by the same rule. */
    public Duration deadLetterVisibilityTimeout() {
        return Topology.deadLetters(this).function().timeout().plus(START);
    }

    /**
     * Tells whether its messages may hold names and addresses. Only raw payloads do; all other
     * messages name the order and no person.
     */
    public boolean personalData() {
        return this == INBOUND;
    }

    public Duration retention() {
        return Duration.ofDays(14);
    }

    /** The variable in which a function finds the queue's URL. */
    public String urlVariable() {
        return "ORDERLOOM_QUEUE_" + name() + "_URL";
    }

    private String suffix() {
        return fifo() ? ".fifo" : "";
    }
}
