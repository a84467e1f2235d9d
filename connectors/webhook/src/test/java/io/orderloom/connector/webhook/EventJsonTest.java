package io.orderloom.connector.webhook;

import static io.orderloom.connector.webhook.Samples.ACCEPTED;
import static io.orderloom.connector.webhook.Samples.ACCEPTED_TEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.OrderId;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.OutgoingEvent;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventJsonTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void an_event_is_written_like_its_golden_file() throws IOException {
        var written = JSON.readTree(EventJson.bytes(ACCEPTED, Tenancy.NONE, EventVersion.V1));

        assertThat(written).isEqualTo(golden("accepted.json"));
    }

    @Test
    void an_event_of_a_test_order_says_so_and_is_otherwise_as_any_other() throws IOException {
        var written =
                (ObjectNode)
                        JSON.readTree(
                                EventJson.bytes(ACCEPTED_TEST, Tenancy.NONE, EventVersion.V1));

        assertThat(written.remove("test")).isEqualTo(BooleanNode.TRUE);
        assertThat(written).isEqualTo(golden("accepted.json"));
    }

    @Test
    void the_same_event_gives_the_same_bytes() {
        assertThat(EventJson.bytes(ACCEPTED, Tenancy.NONE, EventVersion.V1))
                .isEqualTo(EventJson.bytes(ACCEPTED, Tenancy.NONE, EventVersion.V1));
    }

    @Test
    void sequences_compare_as_text_as_they_do_as_numbers() {
        var numbers = LongStream.of(0, 9, 10, 1000, 1001, 20_000, 100_000, Long.MAX_VALUE);

        assertThat(numbers.mapToObj(EventJson::sequence)).isSorted().doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void a_type_is_lower_case_reversed_dns_and_versioned(LifecycleEvent.Type type) {
        assertThat(EventVersion.V1.type(type)).matches("io\\.orderloom\\.order\\.[a-z_]+\\.v1");
    }

    @Test
    void a_channel_instance_that_is_no_path_segment_still_gives_a_uri() throws IOException {
        var event =
                new LifecycleEvent(
                        "id",
                        LifecycleEvent.Type.ACCEPTED,
                        new OrderId("shop / zürich?", "1"),
                        1,
                        ACCEPTED.occurredAt(),
                        "corr-2",
                        Map.of());

        var source =
                JSON.readTree(EventJson.bytes(event, Tenancy.NONE, EventVersion.V1))
                        .get("source")
                        .asText();

        assertThat(source).isEqualTo("/orderloom/shop%20%2F%20z%C3%BCrich%3F");
        assertThat(URI.create(source).getPath()).isEqualTo("/orderloom/shop / zürich?");
    }

    @Test
    void an_event_of_version_2_has_records_for_data_and_names_its_cause_trace_and_schema()
            throws IOException {
        var written =
                JSON.readTree(EventJson.bytes(Samples.SHIPPED, Tenancy.NONE, EventVersion.V2));

        assertThat(written).isEqualTo(golden("shipped.v2.json"));
    }

    @Test
    void the_additions_of_version_2_change_no_byte_of_version_1() throws IOException {
        var written =
                JSON.readTree(EventJson.bytes(Samples.SHIPPED, Tenancy.NONE, EventVersion.V1));

        assertThat(written).isEqualTo(golden("shipped.v1.json"));
    }

    @Test
    void an_event_of_an_older_message_is_of_version_2_all_the_same() throws IOException {
        var older = Samples.SHIPPED;
        var message =
                new LifecycleEvent(
                        older.id(),
                        older.type(),
                        older.orderId(),
                        older.sequence(),
                        older.occurredAt(),
                        older.correlationId(),
                        older.data(),
                        older.mark());

        var written = JSON.readTree(EventJson.bytes(message, Tenancy.NONE, EventVersion.V2));

        assertThat(written.get("data")).isEqualTo(golden("shipped.v2.json").get("data"));
    }

    @Test
    void an_event_of_version_2_says_whose_order_it_is_about_and_one_of_version_1_does_not()
            throws IOException {
        var whose = new Tenancy(Optional.of("acme"), Optional.of("Nord"), Optional.of("acme-de"));

        var second = JSON.readTree(EventJson.bytes(Samples.SHIPPED, whose, EventVersion.V2));
        var first = EventJson.bytes(Samples.SHIPPED, whose, EventVersion.V1);

        assertThat(second.path("tenant").asText()).isEqualTo("acme");
        assertThat(second.path("brand").asText()).isEqualTo("Nord");
        assertThat(second.path("legalentity").asText()).isEqualTo("acme-de");
        assertThat(first)
                .isEqualTo(EventJson.bytes(Samples.SHIPPED, Tenancy.NONE, EventVersion.V1));
    }

    @Test
    void an_event_is_written_once_however_many_subscribers_get_it() {
        var event = new OutgoingEvent(Samples.SHIPPED);

        var first = EventJson.bytes(event, EventVersion.V2);

        assertThat(EventJson.bytes(event, EventVersion.V2)).isSameAs(first);
        assertThat(EventJson.bytes(event, EventVersion.V1)).isNotEqualTo(first);
    }

    private static JsonNode golden(String name) throws IOException {
        try (var file = EventJsonTest.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(file, name));
        }
    }
}
