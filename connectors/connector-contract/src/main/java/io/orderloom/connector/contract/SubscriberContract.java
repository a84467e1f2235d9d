package io.orderloom.connector.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.connector.contract.SubscriberSide.Habit;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.event.EventData;
import io.orderloom.fact.Units;
import io.orderloom.fault.Fault;
import io.orderloom.sample.Samples;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rules that every connector of subscribers keeps, against a real subscriber's side. */
public abstract class SubscriberContract {
    private static final String NAME = "crm";

    /** An interrupted call ends well before the function that made it. */
    private static final Duration SOON = Duration.ofSeconds(3);

    private final SubscriberConnector connector;
    private SubscriberSide side;

    /**
     * @param connector with settings as deployed
     */
    protected SubscriberContract(SubscriberConnector connector) {
        this.connector = connector;
    }

    /** Opens the subscriber's side of one test. */
    protected abstract SubscriberSide side() throws Exception;

    @BeforeEach
    void open() throws Exception {
        side = side();
        side.will(Habit.TAKES);
    }

    @AfterEach
    void close() {
        side.close();
    }

    @Test
    void usable_settings_of_its_own_kind_have_no_flaw() {
        var subscriber = side.subscriber(NAME, EventVersion.V1);

        assertThat(subscriber.kind()).isEqualTo(connector.kind());
        assertThat(connector.check(subscriber)).isEmpty();
    }

    @Test
    void unusable_settings_are_named_with_the_reason_and_no_value_is_repeated() {
        var flawed = side.unusable(NAME);

        var flaws = connector.check(flawed);

        assertThat(flaws).isNotEmpty();
        assertThat(flaws.values())
                .allSatisfy(flaw -> assertThat(flaw).isNotBlank().doesNotContain(values(flawed)));
    }

    @ParameterizedTest
    @EnumSource
    void an_event_of_either_version_arrives_once(EventVersion events) {
        var answer = endpoint(events).deliver(event("1"));

        assertThat(answer).isEqualTo(new Delivered());
        assertThat(side.ids()).hasSize(1);
        assertThat(side.bodies())
                .singleElement()
                .asString()
                .contains(EventVersion.label(LifecycleEvent.Type.SHIPPED), "P-1");
    }

    @Test
    void a_repetition_has_the_same_id_and_content_and_another_event_another_id() {
        var endpoint = endpoint(EventVersion.V2);

        endpoint.deliver(event("1"));
        endpoint.deliver(event("1"));
        endpoint.deliver(event("2"));

        assertThat(side.ids()).hasSize(3);
        assertThat(side.ids().get(1)).isEqualTo(side.ids().get(0));
        assertThat(side.ids().get(2)).isNotEqualTo(side.ids().get(0));
        assertThat(side.bodies().get(1)).isEqualTo(side.bodies().get(0));
    }

    @Test
    void an_event_that_the_subscriber_refuses_for_good_is_rejected() {
        side.will(Habit.REFUSES);

        assertThat(fault(deliver())).isInstanceOf(Fault.Rejected.class);
    }

    @Test
    void a_wait_is_as_long_as_the_subscriber_asks_for() {
        side.will(Habit.IS_BUSY);

        assertThat(fault(deliver()))
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        busy -> assertThat(busy.retryAfter()).isEqualTo(SubscriberSide.ASKED_WAIT));
    }

    @Test
    void an_outage_is_transient() {
        side.will(Habit.FAILS);

        assertThat(fault(deliver())).isInstanceOf(Fault.Transient.class);
    }

    @Test
    void an_answer_that_is_lost_is_transient_and_the_repetition_is_known_by_its_id() {
        var endpoint = endpoint(EventVersion.V1);
        side.will(Habit.LOSES_ITS_ANSWER);

        var lost = endpoint.deliver(event("1"));
        side.will(Habit.TAKES);
        var taken = endpoint.deliver(event("1"));

        assertThat(fault(lost)).isInstanceOf(Fault.Transient.class);
        assertThat(taken).isEqualTo(new Delivered());
        assertThat(side.ids().stream().distinct()).hasSize(1);
    }

    @Test
    void a_call_that_is_not_answered_ends_when_its_caller_interrupts_it() throws Exception {
        side.will(Habit.HANGS);
        var endpoint = endpoint(EventVersion.V1);
        var answer = new AtomicReference<DeliveryAnswer>(new Delivered());

        var call = Thread.ofVirtual().start(() -> answer.set(endpoint.deliver(event("1"))));
        boolean early = call.join(Duration.ofMillis(300));
        call.interrupt();
        boolean ended = call.join(SOON);

        assertThat(early).isFalse();
        assertThat(ended).isTrue();
        assertThat(fault(answer.get())).isInstanceOf(Fault.Transient.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Habit.class,
            names = {"REFUSES", "IS_BUSY", "FAILS", "LOSES_ITS_ANSWER"})
    void the_detail_of_a_fault_names_the_subscriber_and_holds_nothing_confidential(Habit habit) {
        side.will(habit);

        var fault = fault(deliver());

        assertThat(fault.detail()).contains(NAME).doesNotContain(side.confidential());
        assertThat(fault.toString()).doesNotContain(side.confidential());
    }

    @Test
    void neither_the_subscriber_nor_its_endpoint_shows_anything_confidential_as_text() {
        assertThat(side.subscriber(NAME, EventVersion.V1).toString())
                .doesNotContain(side.confidential());
        assertThat(endpoint(EventVersion.V1).toString()).doesNotContain(side.confidential());
    }

    @Test
    void two_subscribers_of_one_event_each_get_their_own_version_of_it() {
        var event = event("1");

        endpoint(EventVersion.V1).deliver(event);
        endpoint(EventVersion.V2).deliver(event);

        assertThat(side.bodies()).hasSize(2).doesNotHaveDuplicates();
        assertThat(side.ids().stream().distinct()).hasSize(1);
    }

    private SubscriberEndpoint endpoint(EventVersion events) {
        return connector.open(side.subscriber(NAME, events));
    }

    private DeliveryAnswer deliver() {
        return endpoint(EventVersion.V1).deliver(event("1"));
    }

    private static Fault fault(DeliveryAnswer answer) {
        return switch (answer) {
            case Failed(var fault) -> fault;
            case Delivered() -> throw new AssertionError("delivered, although it can't have been");
        };
    }

    private static List<String> values(Subscriber subscriber) {
        return subscriber.settings().values().stream()
                .flatMap(List::stream)
                .filter(value -> !value.isBlank())
                .toList();
    }

    private static OutgoingEvent event(String fact) {
        var units = List.of(Units.of("1", 2));
        return new OutgoingEvent(
                new LifecycleEvent(
                        Samples.ORDER + "/shipped/wms|shipped|P-1|" + fact,
                        LifecycleEvent.Type.SHIPPED,
                        Samples.ORDER,
                        2000,
                        Samples.NOW,
                        Samples.CORRELATION,
                        Map.of("units", "1=2", "shipment", "P-1"),
                        Optional.empty(),
                        Optional.of(new EventData.Sent("P-1", units)),
                        Optional.of("wms|shipped|P-1|" + fact),
                        Optional.empty()));
    }
}
