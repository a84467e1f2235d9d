package io.orderloom.kit.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.core.Message;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.order.OrderId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QueueRecordTest {
    private static final String TRACE =
            "Root=1-67a1b2c3-0123456789abcdef01234567;Parent=0123456789abcdef;Sampled=1";
    private static final Instant ARRIVED = Instant.parse("2026-11-02T15:04:05.678Z");

    private static QueueRecord record(String more) throws Exception {
        var json =
                """
                {"messageId": "m-1", "receiptHandle": "r-1", "body": "{}", %s}\
                """
                        .formatted(more);
        return new ObjectMapper()
                .configure(
                        com.fasterxml.jackson.databind.DeserializationFeature
                                .FAIL_ON_UNKNOWN_PROPERTIES,
                        false)
                .readValue(json, QueueRecord.class);
    }

    @Test
    void the_attributes_of_a_sent_message_are_read_back() throws Exception {
        var record =
                record(
                        """
                        "attributes": {"AWSTraceHeader": "%s", "SentTimestamp": "1"},
                        "messageAttributes": {
                          "correlationId": {"stringValue": "c-1", "dataType": "String"},
                          "arrivedAt": {"stringValue": "%s", "dataType": "String"}}\
                        """
                                .formatted(TRACE, ARRIVED));

        assertThat(record.trail().correlationId()).isEqualTo("c-1");
        assertThat(record.trail().arrivedAt()).contains(ARRIVED);
        assertThat(record.trail().trace()).contains(TRACE);
    }

    @Test
    void a_message_without_a_correlation_id_is_known_by_its_own_id() throws Exception {
        var record = record("\"attributes\": {\"ApproximateReceiveCount\": \"3\"}");

        assertThat(record.trail().correlationId()).isEqualTo("m-1");
        assertThat(record.trail().arrivedAt()).isEmpty();
        assertThat(record.receiveCount()).isEqualTo(3);
    }

    @Test
    void a_message_that_follows_has_its_own_correlation_id_and_the_trace_of_its_cause()
            throws Exception {
        var trail = record("\"attributes\": {\"AWSTraceHeader\": \"%s\"}".formatted(TRACE)).trail();
        var message = new Message.PostOrder("p-1", OrderId.parse("shop:1"), "c-2");

        var outgoing = new Outgoing(message, trail);

        assertThat(outgoing.trail().attributes())
                .hasEntrySatisfying(
                        MessageContext.CORRELATION_ID,
                        id -> assertThat(id.stringValue()).isEqualTo("c-2"));
        assertThat(outgoing.trail().systemAttributes().values())
                .singleElement()
                .satisfies(header -> assertThat(header.stringValue()).isEqualTo(TRACE));
    }
}
