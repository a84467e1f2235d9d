package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderloom.kit.health.HealthReport;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a function answers to a batch: the messages to hand out again (AWS Lambda Developer Guide,
 * "Reporting batch item failures"); or its health.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueAnswer(
        @JsonProperty("batchItemFailures") List<BatchItemFailure> batchItemFailures,
        @JsonProperty("status") @Nullable String status,
        @JsonProperty("checks") @Nullable List<HealthReport.Check> checks) {

    /** To an event that brought no messages. */
    public static QueueAnswer done() {
        return failed(List.of());
    }

    static QueueAnswer failed(List<String> messageIds) {
        return new QueueAnswer(messageIds.stream().map(BatchItemFailure::new).toList(), null, null);
    }

    static QueueAnswer of(HealthReport report) {
        return new QueueAnswer(List.of(), report.status(), report.checks());
    }

    @RegisterForReflection
    public record BatchItemFailure(@JsonProperty("itemIdentifier") String itemIdentifier) {}
}
