package io.orderloom.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.contract.Committed;
import io.orderloom.contract.Contracts;
import io.orderloom.contract.Validation;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Told;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.EventVersion;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The event schemas describe, byte for byte, the events that subscribers really get. */
class EventContractTest {

    static Stream<Arguments> versionsOfEvents() {
        return events().flatMap(event ->
                Stream.of(EventVersion.values()).map(version -> Arguments.of(event, version)));
    }

    static Stream<LifecycleEvent> events() {
        return Stream.of(
                        Told.ofEverything(),
                        Told.inNamedHistories(),
                        Told.ofEverything().map(Told::ofATest))
                .flatMap(events -> events);
    }

    @ParameterizedTest
    @MethodSource("versionsOfEvents")
    void an_event_has_exactly_the_fields_of_its_schema(LifecycleEvent event, EventVersion version)
            throws IOException {
        var schema = Committed.CONTRACTS.schema(Contracts.event(event.type(), version)).json();

        var sent = new ObjectMapper().readTree(EventJson.bytes(event, Tenancy.NONE, version));

        assertThat(Validation.of(schema).errors(sent)).isEmpty();
        assertThat(Validation.closed(schema).errors(sent)).isEmpty();
    }

    @Test
    void every_type_of_event_follows_from_some_change() {
        assertThat(events().map(LifecycleEvent::type)).containsOnly(LifecycleEvent.Type.values());
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_version_2_names_the_place_of_its_schema(LifecycleEvent.Type type)
            throws IOException {
        var event = events().filter(one -> one.type() == type).findFirst().orElseThrow();
        var schema = Committed.CONTRACTS.schema(Contracts.event(type, EventVersion.V2)).json();

        var sent =
                new ObjectMapper().readTree(EventJson.bytes(event, Tenancy.NONE, EventVersion.V2));

        var named = URI.create(sent.path("dataschema").asText());
        assertThat(schema.path("$id").asText() + "#" + named.getFragment())
                .isEqualTo(named.toString());
        assertThat(schema.at(named.getFragment()).path("type").asText()).isEqualTo("object");
    }
}
