package io.orderloom.contract.async;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.contract.Committed;
import io.orderloom.contract.Validation;
import io.orderloom.contract.sample.Specimens;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AsyncApiTest {
    private static final ObjectNode DOCUMENT = Committed.CONTRACTS.asyncApi();

    static Stream<Object> messages() {
        return Stream.of(Specimens.values()).flatMap(shape -> shape.of(Message.class).stream());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void a_message_has_exactly_the_fields_that_the_document_describes(Message message)
            throws IOException {
        var schema = DOCUMENT.deepCopy();
        schema.put(
                "$ref",
                "#/components/messages/%s/payload".formatted(message.getClass().getSimpleName()));

        var errors = Validation.of(schema).errors(new ObjectMapper().readTree(Json.bytes(message)));

        assertThat(errors).isEmpty();
    }

    @Test
    void every_reference_leads_somewhere() {
        var references = DOCUMENT.findValuesAsText("$ref");

        assertThat(references)
                .isNotEmpty()
                .allMatch(reference -> reference.startsWith("#/"))
                .noneMatch(reference -> at(reference).isMissingNode());
    }

    @Test
    void every_lifecycle_event_is_a_message_that_subscribers_are_sent() {
        assertThat(DOCUMENT.at("/channels/subscriber/messages").properties())
                .hasSize(2 * LifecycleEvent.Type.values().length)
                .allMatch(message ->
                        at(message.getValue().get("$ref").asText())
                                .at("/payload/properties/type/const")
                                .asText()
                                .matches("io\\.orderloom\\.order\\.[a-z_]+\\.v[12]"));
    }

    @Test
    void every_message_to_subscribers_is_described_as_signed() {
        var required = DOCUMENT.at("/components/messages/accepted/headers/required").valueStream();

        assertThat(required.map(JsonNode::asText))
                .containsExactlyElementsOf(
                        List.of("webhook-id", "webhook-timestamp", "webhook-signature"));
    }

    private static JsonNode at(String reference) {
        return DOCUMENT.at(reference.substring(1));
    }
}
