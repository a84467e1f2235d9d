package io.orderloom.history;

import static io.orderloom.sample.Samples.NOW;
import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.PROFILE;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.skipped;
import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.DueWork;
import io.orderloom.core.Message;
import io.orderloom.core.Posting;
import io.orderloom.core.RefundDue;
import io.orderloom.fact.Fact;
import io.orderloom.fact.RefundCause;
import io.orderloom.order.Hold;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A cancelled order gets no release, so nothing may wait for one. */
class HeldAndCancelledTest {
    private static final List<Fact> FACTS =
            new Story(ORDER, NOW)
                    .placed(order())
                    .held("h1", Hold.Kind.FRAUD)
                    .cancelled(usd("38.34"))
                    .facts();

    @Test
    void a_held_and_cancelled_order_is_looked_up_when_both_are_known_in_any_order() {
        Permutations.each(
                FACTS,
                1,
                arrival -> {
                    var run = Run.of(PROFILE, arrival.subList(0, 2));
                    long before = posts(run);

                    run.ingest(arrival.getLast());

                    assertThat(posts(run)).as(() -> kinds(arrival)).isGreaterThan(before);
                });
    }

    @Test
    void a_held_and_cancelled_order_is_found_when_its_look_up_message_is_lost() {
        var run = Run.of(PROFILE, FACTS);

        var found = DueWork.signals(run.state());

        assertThat(found).hasOnlyElementsOfType(Message.PostOrder.class).hasSize(1);
        assertThat(run.messages()).containsKey(found.getFirst().id());
    }

    @Test
    void a_held_and_cancelled_order_ends_unbooked_and_refunded_in_any_order_of_facts() {
        var refunded =
                new Story(ORDER, NOW)
                        .refunded("f1", usd("38.34"), RefundCause.CANCELLATION)
                        .facts()
                        .getFirst();

        Permutations.each(
                FACTS,
                1,
                arrival -> {
                    var run = Run.of(PROFILE, arrival);

                    run.ingest(skipped());
                    var owed = run.placed().refundDue();
                    run.ingest(refunded);

                    assertThat(owed).as(() -> kinds(arrival)).isEqualTo(RefundDue.REQUESTED);
                    assertThat(run.placed().posting()).isEqualTo(new Posting.Skipped());
                    assertThat(run.placed().refundDue()).isEqualTo(RefundDue.SETTLED);
                    assertThat(DueWork.signals(run.state())).isEmpty();
                });
    }

    private static long posts(Run run) {
        return run.messages().values().stream().filter(Message.PostOrder.class::isInstance).count();
    }

    private static String kinds(List<Fact> facts) {
        return facts.stream().map(fact -> fact.provenance().key().kind()).toList().toString();
    }
}
