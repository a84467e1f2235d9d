package io.orderloom.core;

import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.event.EventData;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.history.NamedHistories;
import io.orderloom.history.Run;
import io.orderloom.sample.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An event says what its fact says, names that fact, and carries the order's correlation id. */
class EventContentTest {

    static Stream<LifecycleEvent> events() {
        return NamedHistories.all().values().stream()
                .map(facts -> Run.of(PROFILE, facts))
                .flatMap(run -> run.log().stream())
                .flatMap(changeSet -> DueWork.events(changeSet).stream());
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_says_the_same_as_a_record_and_in_its_flat_form(LifecycleEvent event) {
        assertThat(FlatData.of(event.content())).isEqualTo(event.data());
        assertThat(LifecycleEvents.type(event.content())).isEqualTo(event.type());
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_flat_form_of_an_older_message_is_read_as_the_same_record(LifecycleEvent event) {
        assertThat(new FlatForm(event.data()).read(event.type())).isEqualTo(event.content());
    }

    @Test
    void the_events_of_the_histories_have_their_records_with_them_unless_there_is_nothing_to_say() {
        assertThat(events().filter(event -> event.type() != Type.COMPLETED))
                .isNotEmpty()
                .allMatch(event -> event.details().isPresent());
    }

    @Test
    void a_line_whose_id_looks_like_units_is_published_as_it_is() {
        var shipped = shipped("1=2,4", "c-2");
        var log = Run.of(PROFILE, List.of(placed("c-1"), shipped)).log();

        var event = event(log, Type.SHIPPED);

        assertThat(event.content()).isEqualTo(new EventData.Sent("P-1", shipped.units()));
    }

    @Test
    void an_event_has_the_correlation_id_of_its_order_and_names_the_fact_that_caused_it() {
        var facts =
                List.<Fact>of(placed("c-order"), cancelled("c-later"), shipped("1", "c-warehouse"));

        Stream.of(facts, facts.reversed(), rotated(facts))
                .map(arrival -> Run.of(PROFILE, arrival).log())
                .forEach(log -> {
                    assertThat(log.stream().flatMap(set -> Consequences.of(set).stream()))
                            .extracting(Message::correlationId)
                            .containsOnly("c-order");
                    assertThat(causes(log))
                            .containsEntry(Type.ACCEPTED, key(facts.get(0)))
                            .containsEntry(Type.CANCELLED, key(facts.get(1)))
                            .containsEntry(Type.SHIPPED, key(facts.get(2)));
                });
    }

    @Test
    void an_exception_that_a_later_fact_opens_has_the_order_s_correlation_id() {
        var failed =
                new FulfilmentFact.AllocationFailed(
                        provenance(FulfilmentFact.AllocationFailed.KIND, "c-warehouse"),
                        ORDER,
                        List.of(Units.of("1", 1)),
                        "none left");

        var log = Run.of(PROFILE, List.of(placed("c-order"), failed)).log();

        assertThat(event(log, Type.EXCEPTION_RAISED).correlationId()).isEqualTo("c-order");
    }

    @Test
    void a_trace_stays_the_first_one() {
        var event = events().findFirst().orElseThrow();

        var again = event.traced(Optional.of("00-a")).traced(Optional.of("00-b"));

        assertThat(again.traceparent()).contains("00-a");
        assertThat(event.traced(Optional.empty())).isEqualTo(event);
    }

    private static Map<Type, String> causes(List<ChangeSet> log) {
        return log.stream()
                .flatMap(set -> DueWork.events(set).stream())
                .filter(event -> event.type() != Type.EXCEPTION_RAISED)
                .collect(
                        Collectors.toMap(
                                LifecycleEvent::type,
                                event -> event.causationId().orElse("none"),
                                (one, _) -> one));
    }

    private static LifecycleEvent event(List<ChangeSet> log, Type type) {
        return log.stream()
                .flatMap(set -> DueWork.events(set).stream())
                .filter(event -> event.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private static List<Fact> rotated(List<Fact> facts) {
        var rotated = new ArrayList<>(facts);
        Collections.rotate(rotated, 1);
        return rotated;
    }

    private static String key(Fact fact) {
        return fact.provenance().key().toString();
    }

    private static Fact placed(String correlationId) {
        return new Fact.OrderPlaced(
                provenance(Fact.OrderPlaced.KIND, correlationId), Samples.order());
    }

    private static Fact cancelled(String correlationId) {
        return new Fact.OrderCancelled(
                provenance(Fact.OrderCancelled.KIND, correlationId),
                ORDER,
                "customer",
                Samples.usd("38.34"));
    }

    private static FulfilmentFact.Shipped shipped(String line, String correlationId) {
        return new FulfilmentFact.Shipped(
                provenance(FulfilmentFact.Shipped.KIND, correlationId),
                ORDER,
                "P-1",
                List.of(Units.of(line, 1)));
    }

    private static Provenance provenance(String kind, String correlationId) {
        var role = kind.startsWith("order-") ? Role.COMMERCE : Role.WAREHOUSE;
        return new Provenance(
                new FactKey("test", kind, ORDER.channelOrderId(), "1"),
                role,
                Samples.NOW,
                Samples.NOW,
                correlationId);
    }
}
