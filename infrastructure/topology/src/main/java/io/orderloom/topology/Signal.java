package io.orderloom.topology;

/** What an alarm listens to: a metric of ours, or one that AWS counts of something deployed. */
public sealed interface Signal {

    /** A metric of the functions; of one with a dimension, each value is heard by itself. */
    record Measured(Metric metric) implements Signal {}

    /** One of {@code AWS/SQS}, of each queue. */
    record OfQueues(String metric) implements Signal {}

    /** One of {@code AWS/SQS}, of each dead-letter queue. */
    record OfDeadLetterQueues(String metric) implements Signal {}

    /** One of {@code AWS/Lambda}, of each function's live alias. */
    record OfFunctions(String metric) implements Signal {}

    /** One of {@code AWS/ApiGateway}, of the HTTP API. */
    record OfApi(String metric) implements Signal {}

    /** One of {@code AWS/States}, of the nightly look through all logs. */
    record OfLogCheck(String metric) implements Signal {}

    /** One of {@code AWS/DynamoDB}, of the table. */
    record OfTable(String metric) implements Signal {}
}
