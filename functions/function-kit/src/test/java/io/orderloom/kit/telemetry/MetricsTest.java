package io.orderloom.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.exception.OrderException;
import io.orderloom.kit.config.SettingsOf;
import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.order.Tenancy;
import io.orderloom.topology.Dimension;
import io.orderloom.topology.Function;
import io.orderloom.topology.Metric;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
    void a_metric_with_a_dimension_of_its_own_stands_on_the_same_line() {
        metrics.count(Metric.CREDENTIALS_REFUSED);
        metrics.failed();

        var lines = lines();

        assertThat(lines).hasSize(1);
        var line = lines.getFirst();
        assertThat(texts(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0")))
                .containsExactly("Stage");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText())
                .isEqualTo("CredentialsRefused");
        assertThat(texts(line.at("/_aws/CloudWatchMetrics/1/Dimensions/0")))
                .containsExactly("Stage", "Workflow");
        assertThat(line.at("/_aws/CloudWatchMetrics/1/Metrics/0/Name").asText())
                .isEqualTo("Failures");
        assertThat(line.path("Workflow").asText()).isEqualTo("erp-post");
        assertThat(line.path("Failures").asLong()).isEqualTo(1);
        assertThat(line.path("CredentialsRefused").asLong()).isEqualTo(1);
    }

    @Test
    void values_of_two_settings_stand_on_two_lines() {
        metrics.add(Metric.SETTINGS_OUT_OF_FORCE, "first", 1);
        metrics.add(Metric.SETTINGS_OUT_OF_FORCE, "second", 2);
        metrics.count(Metric.CREDENTIALS_REFUSED);

        var lines = lines();

        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("CredentialsRefused").asLong()).isEqualTo(1);
        assertThat(lines.getFirst().path("Settings").asText()).isEqualTo("first");
        assertThat(lines.getLast().path("Settings").asText()).isEqualTo("second");
    }

    @Test
    void a_value_that_is_no_tenants_does_not_stand_beside_a_tenant() {
        metrics.count(Metric.CREDENTIALS_REFUSED);
        metrics.add(
                Metric.FAILURES,
                "erp-post",
                1,
                new Tenancy(Optional.of("acme"), Optional.empty(), Optional.empty()));

        assertThat(lines())
                .extracting(line -> line.path("tenant").asText())
                .containsExactly("", "acme");
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
