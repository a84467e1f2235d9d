package io.orderloom.topology;

import java.time.Duration;

/** The queues between the functions, each with a dead-letter queue of its own. */
public enum Queue {
    /** Raw payloads as the channels sent them; any order. */
    INBOUND("inbound", Ordering.STANDARD, 25),
    /** Orders to post; in order per order id. */
    ERP("erp", Ordering.FIFO, 1000),
    /** Lifecycle events to tell; in order per order id. */
    STATUS("status", Ordering.FIFO, 1000),
    /** What has to be undone; in order per order id. */
    COMPENSATION("compensation", Ordering.FIFO, 1000);

    /** Whether messages of one group are handled one after another. */
    public enum Ordering {
        STANDARD,
        FIFO
    }

    /** A cold start takes ten seconds at most, which no time-out counts, and receiving a moment. */
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

    /** The name of the dead-letter queue, which is of the same ordering. */
    public String deadLetterName() {
        return "orderloom-" + label + "-dlq" + suffix();
    }

    /**
     * Receives before SQS moves a message to the dead-letter queue: a high last resort, because
     * waiting out an outage counts as receives too. Attempts are counted in the task.
     */
    public int maxReceiveCount() {
        return maxReceiveCount;
    }

    /**
     * As long as the consumer may run, and a little for its start: whatever was in the hands of one
     * that died is handed out again after that. AWS advises six times as long, for batches that
     * wait because the function is throttled (AWS Lambda Developer Guide, "Configuring a queue to
     * use with Lambda"). Nothing is taken out of a queue here before a place in the event source's
     * maximum concurrency is free, and what is handed out twice all the same is known by its key.
     */
    public Duration visibilityTimeout() {
        return Topology.eventSource(this).function().timeout().plus(START);
    }

    /** The same for its dead letters. */
    public Duration deadLetterVisibilityTimeout() {
        return Topology.deadLetters(this).function().timeout().plus(START);
    }

    /**
     * Whether its messages may hold names and addresses: only raw payloads do, all other messages
     * name the order and nobody.
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
