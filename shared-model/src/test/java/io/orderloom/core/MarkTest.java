package io.orderloom.core;

import static io.orderloom.sample.Samples.PROFILE;
import static io.orderloom.sample.Samples.cancelled;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.placed;
import static io.orderloom.sample.Samples.posted;
import static io.orderloom.sample.Samples.usd;
import static io.orderloom.sample.Webhooks.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.order.Mark;
import io.orderloom.order.Order;
import io.orderloom.order.Tenancy;
import io.orderloom.sample.Samples;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Messages about a test order carry its mark, and messages about any other order carry none. */
class MarkTest {
    private static final Order TEST = Samples.test(order());

    private static List<ChangeSet> decided(Fact... facts) {
        var state = OrderState.unheardOf(Samples.ORDER);
        var all = new ArrayList<ChangeSet>();
        for (var fact : facts) {
            var changeSet = ((Decision.Apply) OrderCore.decide(state, fact, PROFILE)).changeSet();
            state = OrderCore.evolve(state, changeSet);
            all.add(changeSet);
        }
        return all;
    }

    private static List<LifecycleEvent> told(Fact... facts) {
        return decided(facts).stream().flatMap(c -> DueWork.events(c).stream()).toList();
    }

    private static OrderException refusal(OrderState state, Fact fact) {
        return ((Decision.Refuse) OrderCore.decide(state, fact, PROFILE)).exception();
    }

    @Test
    void every_event_of_a_test_order_is_marked_whichever_fact_came_first() {
        var inOrder = told(placed(TEST), posted("40.00"), cancelled());
        var backwards = told(cancelled(), posted("40.00"), placed(TEST));

        assertThat(inOrder).hasSizeGreaterThan(3);
        assertThat(inOrder).extracting(LifecycleEvent::mark).containsOnly(Optional.of(Mark.TEST));
        assertThat(backwards).extracting(LifecycleEvent::mark).containsOnly(Optional.of(Mark.TEST));
    }

    @Test
    void no_event_of_any_other_order_is_marked() {
        assertThat(told(placed(), posted("40.00"), cancelled()))
                .extracting(LifecycleEvent::mark)
                .containsOnly(Optional.empty());
    }

    @Test
    void an_exception_that_a_fact_opens_counts_unless_the_order_is_a_test() {
        var ofTest = decided(placed(TEST), posted("40.00")).getLast();
        var ofOther = decided(placed(), posted("40.00")).getLast();

        assertThat(Consequences.exceptions(ofTest))
                .singleElement()
                .matches(exception -> !exception.counts());
        assertThat(Consequences.exceptions(ofOther))
                .singleElement()
                .matches(OrderException::counts);
    }

    @Test
    void a_refused_placing_counts_unless_it_says_that_it_is_a_test() {
        var nothing = OrderState.unheardOf(Samples.ORDER);
        var off = order(usd("38.30"));

        assertThat(refusal(nothing, placed(off)).counts()).isTrue();
        assertThat(refusal(nothing, placed(Samples.test(off))).counts()).isFalse();
    }

    @Test
    void an_order_stays_a_test_order_or_not_whatever_later_facts_say() {
        var real =
                OrderCore.evolve(OrderState.unheardOf(Samples.ORDER), decided(placed()).getLast());

        assertThat(refusal(real, placed(TEST)).counts()).isTrue();
    }

    @Test
    void an_event_of_a_persons_action_on_a_test_orders_exception_is_marked_too() {
        var exception =
                refusal(
                        OrderState.unheardOf(Samples.ORDER),
                        placed(Samples.test(order(usd("38.30")))));

        var raised = Consequences.told(Samples.ORDER, exception, 2);
        var settled = Consequences.settled(Samples.ORDER, exception, 2, "no matter", Samples.NOW);

        assertThat(List.of(raised, settled))
                .map(message -> ((Message.PublishEvent) message).event().mark())
                .containsOnly(Optional.of(Mark.TEST));
    }

    @Test
    void a_subscriber_that_does_not_ask_for_test_orders_gets_events_of_real_orders_only() {
        var quiet = subscriber(false);
        var asking = subscriber(true);
        var ofTest = told(placed(TEST)).getFirst();
        var ofOther = told(placed()).getFirst();

        assertThat(quiet.hears(ofTest, Tenancy.NONE)).isFalse();
        assertThat(quiet.hears(ofOther, Tenancy.NONE)).isTrue();
        assertThat(asking.hears(ofTest, Tenancy.NONE)).isTrue();
        assertThat(asking.hears(ofOther, Tenancy.NONE)).isTrue();
    }

    private static Subscriber subscriber(boolean testOrders) {
        return webhook("crm", "https://crm.example", List.of("k"), EventVersion.V1, testOrders);
    }
}
