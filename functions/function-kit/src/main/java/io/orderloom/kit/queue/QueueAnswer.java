package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderloom.kit.health.HealthReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function's answer to a batch: the messages to deliver again (AWS Lambda Developer Guide,
 * "Reporting batch item failures"); or its health, or a page of checked logs.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueAnswer(
        @JsonProperty("batchItemFailures") List<BatchItemFailure> batchItemFailures,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("checks") @Nullable List<HealthReport.Check> checks,
        @JsonProperty("logs") @Nullable Logs logs) {

    /** The answer to an event that brought no messages. */
    public static QueueAnswer done() {
        return failed(List.of());
    }

    static QueueAnswer failed(List<String> messageIds) {
        return new QueueAnswer(
                messageIds.stream().map(BatchItemFailure::new).toList(), null, null, null);
    }

    /** The answer to a batch of which nothing was handled: all of it is delivered again. */
    public static QueueAnswer handedBack(QueueEvent event) {
        return failed(event.records().stream().map(QueueEvent.QueueRecord::messageId).toList());
    }

    public static QueueAnswer of(HealthReport report) {
        return new QueueAnswer(List.of(), report.status(), report.checks(), null);
    }

    public static QueueAnswer of(Logs logs) {
        return new QueueAnswer(List.of(), null, null, logs);
    }

    /**
     * A page of the check of all logs, for the state machine that stores it.
     *
     * @param heads a line of JSON for each order whose log is intact
     * @param page counted from 0
     * @param next where the next page begins; absent after the last
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Logs(
            @JsonProperty("heads") String heads,
            @JsonProperty("page") int page,
            @JsonProperty("next") @Nullable LogPlace next) {}

    @RegisterForReflection
    public record BatchItemFailure(@JsonProperty("itemIdentifier") String itemIdentifier) {}
}
