package io.orderloom.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.config.SettingsOf;
import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.topology.Dimension;
import io.orderloom.topology.Function;
import io.orderloom.topology.Metric;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T15:04:05.678Z");

    private final Metrics metrics =
            new Metrics(
                    SettingsOf.function(Function.ERP_POST, "staging"),
                    new SecretWatch(new SmallRyeConfigBuilder().build()),
                    InstantSource.fixed(NOW));

    private List<JsonNode> lines() {
        return metrics.lines().stream().map(MetricsTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(line, unreadable);
        }
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    @Test
    void a_measured_duration_is_a_line_that_cloudwatch_reads() {
        metrics.took(Metric.ERP_POSTING_DELAY, Duration.ofMillis(1_234));

        var line = lines().getFirst();

        assertThat(line.path("_aws").path("Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        var directive = line.path("_aws").path("CloudWatchMetrics").path(0);
        assertThat(directive.path("Namespace").asText()).isEqualTo("Orderloom");
        assertThat(texts(directive.path("Dimensions").path(0))).containsExactly("Stage");
        assertThat(directive.path("Metrics").path(0).path("Name").asText())
                .isEqualTo("ErpPostingDelay");
        assertThat(directive.path("Metrics").path(0).path("Unit").asText())
                .isEqualTo("Milliseconds");
        assertThat(line.path("Stage").asText()).isEqualTo("staging");
        assertThat(line.path("ErpPostingDelay").asLong()).isEqualTo(1_234);
    }

    @Test
    void the_values_of_one_invocation_share_a_line() {
        metrics.took(Metric.ERP_POSTING_DELAY, Duration.ofMillis(10));
        metrics.took(Metric.ERP_POSTING_DELAY, Duration.ofMillis(20));
        metrics.count(Metric.CREDENTIALS_REFUSED);

        var lines = lines();

        assertThat(lines).hasSize(1);
        assertThat(texts(lines.getFirst().path("ErpPostingDelay"))).containsExactly("10", "20");
        assertThat(lines.getFirst().path("CredentialsRefused").asLong()).isEqualTo(1);
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_metric_with_a_dimension_of_its_own_gets_a_line_of_its_own() {
        metrics.count(Metric.CREDENTIALS_REFUSED);
        metrics.failed();

        var failure = lines().getLast();

        assertThat(texts(failure.at("/_aws/CloudWatchMetrics/0/Dimensions/0")))
                .containsExactly("Stage", "Workflow");
        assertThat(failure.path("Workflow").asText()).isEqualTo("erp-post");
        assertThat(failure.path("Failures").asLong()).isEqualTo(1);
        assertThat(failure.has("CredentialsRefused")).isFalse();
    }

    @Test
    void a_metric_of_another_function_is_refused() {
        assertThatThrownBy(() -> metrics.count(Metric.OPEN_EXCEPTIONS))
                .hasMessageContaining("OPEN_EXCEPTIONS is not for erp-post to write");
        assertThatThrownBy(() -> metrics.count(Metric.FAILURES))
                .hasMessageContaining("FAILURES has a dimension of its own");
        assertThatThrownBy(() -> metrics.add(Metric.ERP_POSTING_DELAY, "x", 1))
                .hasMessageContaining("ERP_POSTING_DELAY has no dimension of its own");
        assertThat(metrics.lines()).isEmpty();
    }

    @Test
    void every_type_of_exception_is_a_known_value_of_its_dimension() {
        assertThat(
                        Stream.of(OrderException.Type.values())
                                .map(t -> t.name().toLowerCase(Locale.ROOT)))
                .hasSameElementsAs(Dimension.EXCEPTION.known());
    }
}
