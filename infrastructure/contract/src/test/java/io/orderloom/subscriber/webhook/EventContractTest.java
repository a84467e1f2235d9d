package io.orderloom.subscriber.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.contract.Committed;
import io.orderloom.contract.Validation;
import io.orderloom.contract.event.EventSchemas;
import io.orderloom.contract.sample.Specimens;
import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.fact.FactKey;
import io.orderloom.sample.Samples;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What subscribers really get, byte for byte, is what the event schemas describe. */
class EventContractTest {

    /** The events that follow from every change, however empty or full it is. */
    static Stream<LifecycleEvent> events() {
        return Stream.of(Specimens.values())
                .flatMap(shape -> shape.of(Change.class).stream())
                .map(Change.class::cast)
                .flatMap(change -> Consequences.of(only(change)).stream())
                .flatMap(message ->
                        message instanceof Message.Tell(var event)
                                ? Stream.of(event)
                                : Stream.empty());
    }

    private static ChangeSet only(Change change) {
        return new ChangeSet(
                Samples.ORDER,
                1,
                new FactKey("shopify/demo-shop", "any", "1", "1"),
                Samples.NOW,
                Samples.CORRELATION,
                List.of(change));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_is_what_its_schema_describes_and_nothing_else(LifecycleEvent event)
            throws IOException {
        var schema = Committed.CONTRACTS.schema("event/" + EventSchemas.label(event.type())).json();

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
        assertThat(EventSchemas.type(type)).isEqualTo(EventJson.type(type));
    }
}
