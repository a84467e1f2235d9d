package io.orderloom.topology;

/** The metric that an alarm watches: one of our own, or one that AWS writes for a resource. */
public sealed interface Signal {

    /** A metric of the functions. Where it has a dimension, each value is watched by itself. */
    record Measured(Metric metric) implements Signal {}

    /** A metric of {@code AWS/SQS}, for each queue. */
    record OfQueues(String metric) implements Signal {}

    /** A metric of {@code AWS/SQS}, for each dead-letter queue. */
    record OfDeadLetterQueues(String metric) implements Signal {}

    /** A metric of {@code AWS/Lambda}, for each function's live alias. */
    record OfFunctions(String metric) implements Signal {}

    /** A metric of {@code AWS/ApiGateway}, for the HTTP API. */
    record OfApi(String metric) implements Signal {}

    /** A metric of {@code AWS/States}, for the nightly check of all logs. */
    record OfLogCheck(String metric) implements Signal {}

    /** A metric of {@code AWS/DynamoDB}, for the table. */
    record OfTable(String metric) implements Signal {}
}
