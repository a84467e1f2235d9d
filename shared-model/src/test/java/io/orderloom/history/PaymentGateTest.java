package io.orderloom.history;

import static io.orderloom.sample.Samples.NOW;
import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.paid;
import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.DueWork;
import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message;
import io.orderloom.core.Message.PublishEvent;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.OrderStatus;
import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.PostWhen;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.core.StatusRules;
import io.orderloom.core.Uncovered;
import io.orderloom.fact.Fact;
import io.orderloom.money.Ledger;
import io.orderloom.order.PaymentStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order that nobody has paid is not booked, and the fact that pays it lets it go on. */
class PaymentGateTest {
    private static final PostingProfile GATED =
            new PostingProfile(
                    Ledger.SETTLEMENT,
                    TestOrders.NOT_BOOKED,
                    Optional.empty(),
                    Optional.of(PostWhen.PAID_OR_AUTHORIZED),
                    Optional.empty());

    private static Story unpaid() {
        return new Story(ORDER, NOW).placed(paid("0.00"));
    }

    private static Story covered() {
        return new Story(ORDER, NOW).placed(paid("38.34"));
    }

    private static List<Fact> paidAndCaptured() {
        return unpaid().paymentStated(PaymentStatus.PAID, usd("38.34"))
                .captured("p1", usd("38.34"))
                .facts();
    }

    // spotless:off
    /** Histories by name; each ends with its order free to be booked. */
    static Map<String, List<Fact>> released() {
        return Map.of(
                "paid when placed", covered().facts(),
                "paid in part", unpaid().paymentStated(PaymentStatus.PARTIALLY_PAID, usd("10.00")).facts(),
                "stated as paid, and captured", paidAndCaptured(),
                "authorized", unpaid().authorized("p1", usd("38.34")).facts(),
                "expired and paid otherwise", unpaid().authorized("p1", usd("38.34")).expired("p1").authorized("p2", usd("38.34")).facts(),
                "refused by the bank, then authorized otherwise", unpaid().authorized("p1", usd("38.34")).paymentFailed("p1").authorized("p2", usd("38.34")).facts(),
                "voided as the channel says, then paid", unpaid().paymentStated(PaymentStatus.AUTHORIZED, usd("0.00")).paymentStated(PaymentStatus.VOIDED, usd("0.00")).paymentStated(PaymentStatus.PAID, usd("38.34")).facts(),
                "captured after it expired", unpaid().authorized("p1", usd("38.34")).expired("p1").captured("p1", usd("38.34")).facts());
    }

    /** Histories by name; each ends with its order held. */
    static Map<String, List<Fact>> held() {
        return Map.of(
                "unpaid", unpaid().facts(),
                "still pending", unpaid().paymentStated(PaymentStatus.PENDING, usd("0.00")).facts(),
                "voided", unpaid().authorized("p1", usd("38.34")).voided("p1").facts(),
                "expired, as the channel says", unpaid().paymentStated(PaymentStatus.AUTHORIZED, usd("0.00")).paymentStated(PaymentStatus.EXPIRED, usd("0.00")).facts(),
                "refused by the bank", unpaid().authorized("p1", usd("38.34")).paymentFailed("p1").facts());
    }
    // spotless:on

    static List<List<Fact>> histories() {
        return Stream.concat(released().values().stream(), held().values().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("histories")
    void every_order_of_arrival_ends_in_the_same_state_and_messages(List<Fact> facts) {
        var asTold = Run.of(GATED, facts);

        Permutations.each(
                facts,
                1,
                arrival -> {
                    var run = Run.of(GATED, arrival);
                    assertThat(run.state()).isEqualTo(asTold.state());
                    assertThat(run.messages()).isEqualTo(asTold.messages());
                });
    }

    @ParameterizedTest
    @MethodSource("histories")
    void whenever_a_fact_frees_the_order_its_posting_is_called_for(List<Fact> facts) {
        Permutations.each(
                facts,
                1,
                arrival -> {
                    var run = new Run(ORDER, GATED);
                    for (var fact : arrival) {
                        boolean was = isFree(run);
                        long before = posts(run);

                        run.ingest(fact);

                        if (!was && isFree(run)) {
                            assertThat(posts(run)).isGreaterThan(before);
                        }
                    }
                });
    }

    @Test
    void an_order_that_is_paid_is_booked_at_once_and_once() {
        released()
                .forEach((name, facts) -> {
                    var run = Run.of(GATED, facts);

                    assertThat(isFree(run)).as(name).isTrue();
                    assertThat(posts(run)).as(name).isPositive();
                });
        assertThat(posts(Run.of(GATED, covered().facts()))).isEqualTo(1);
        assertThat(posts(Run.of(GATED, paidAndCaptured()))).isEqualTo(1);
    }

    @Test
    void an_order_that_is_not_paid_is_held_and_says_what_it_waits_for() {
        held().forEach((name, facts) -> {
            var run = Run.of(GATED, facts);

            assertThat(StatusRules.of(run.state()).intake())
                    .as(name)
                    .isEqualTo(OrderStatus.Intake.HELD);
            assertThat(Uncovered.of(run.state()))
                    .extracting(Uncovered.Wait::path)
                    .as(name)
                    .containsExactly("payment");
            assertThat(DueWork.signals(run.state())).as(name).isEmpty();
        });
    }

    @Test
    void subscribers_hear_that_it_is_held_and_that_it_is_released() {
        var run = Run.of(GATED, paidAndCaptured());

        assertThat(events(run)).contains(Type.HELD, Type.RELEASED);
        assertThat(events(Run.of(GATED, covered().facts())))
                .doesNotContain(Type.HELD, Type.RELEASED);
    }

    @Test
    void an_unpaid_order_that_is_cancelled_is_looked_up_so_that_nothing_stays_open() {
        var cancelled = unpaid().cancelled(usd("0.00")).facts();

        Permutations.each(
                cancelled,
                1,
                arrival -> {
                    var run = Run.of(GATED, arrival);

                    assertThat(posts(run)).isEqualTo(1);
                    assertThat(run.placed().held()).isFalse();
                });
    }

    @Test
    void an_order_that_the_erp_has_is_not_held_when_its_authorization_expires() {
        var facts =
                unpaid().authorized("p1", usd("38.34"))
                        .posted(usd("38.34").transaction(), "r")
                        .expired("p1")
                        .facts();

        assertThat(Run.of(GATED, facts).placed().held()).isFalse();
    }

    private static boolean isFree(Run run) {
        return run.state() instanceof Placed placed && !placed.held();
    }

    private static long posts(Run run) {
        return run.messages().values().stream().filter(Message.PostOrder.class::isInstance).count();
    }

    private static List<Type> events(Run run) {
        return run.messages().values().stream()
                .filter(PublishEvent.class::isInstance)
                .map(message -> ((PublishEvent) message).event().type())
                .toList();
    }
}
