package io.orderloom.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.contract.Committed;
import io.orderloom.contract.Validation;
import io.orderloom.contract.event.EventTypes;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Told;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The event schemas describe, byte for byte, the events that subscribers really get. */
class EventContractTest {

    static Stream<LifecycleEvent> events() {
        return Stream.of(
                        Told.ofEverything(),
                        Told.inNamedHistories(),
                        Told.ofEverything().map(Told::ofATest))
                .flatMap(events -> events);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_what_its_schema_describes_and_nothing_else(LifecycleEvent event)
            throws IOException {
        var schema = Committed.CONTRACTS.schema("event/" + EventTypes.label(event.type())).json();

        var sent = new ObjectMapper().readTree(EventJson.bytes(event));

        assertThat(Validation.of(schema).errors(sent)).isEmpty();
        assertThat(Validation.closed(schema).errors(sent)).isEmpty();
    }

    @Test
    void every_type_of_event_follows_from_some_change() {
        assertThat(events().map(LifecycleEvent::type)).containsOnly(LifecycleEvent.Type.values());
    }

    @ParameterizedTest
    @EnumSource
    void the_type_in_the_schema_is_the_type_that_is_sent(LifecycleEvent.Type type) {
        assertThat(EventTypes.name(type)).isEqualTo(EventJson.type(type));
    }
}
