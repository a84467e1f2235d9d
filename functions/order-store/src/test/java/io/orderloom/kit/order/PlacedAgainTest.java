package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Fact.OrderPlaced;
import io.orderloom.sample.Samples;
import org.junit.jupiter.api.Test;

/** An order that is stated as placed a second time. */
class PlacedAgainTest {
    private static final OrderPlaced PLACED = Samples.placed();

    @Test
    void the_same_revision_with_another_content_contradicts() {
        var entry = entry(PLACED);

        var other = Samples.placed(Samples.paid("1.00"));

        assertThat(entry.isOfAnotherRevision(other)).isFalse();
        assertThat(entry.agrees(other)).isFalse();
    }

    @Test
    void another_revision_is_no_contradiction_to_how_the_order_was_placed() {
        var entry = entry(PLACED);

        assertThat(entry.isOfAnotherRevision(Samples.placed(Samples.edited(3)))).isTrue();
        assertThat(entry.isOfAnotherRevision(PLACED)).isFalse();
        assertThat(entry.agrees(PLACED)).isTrue();
    }

    private static LogEntry entry(Fact fact) {
        var decided = OrderCore.decide(OrderState.unheardOf(fact.orderId()), fact, Samples.PROFILE);
        return LogEntry.of(fact, ((Decision.Apply) decided).changeSet());
    }
}
