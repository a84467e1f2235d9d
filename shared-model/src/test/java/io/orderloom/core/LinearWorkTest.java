package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.money.Amount;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Quantity;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Ten times the input takes about ten times the work; quadratic work would take a hundred times. It
 * is measured in processor time of this thread, so that other load on the machine does not count.
 */
class LinearWorkTest {
    private static final int TEN_TIMES = 10;
    private static final double CLEARLY_LESS_THAN_SQUARE = 40;
    private static final int RUNS = 3;
    private static final Amount CENT = Samples.usd("0.01");

    @Test
    void the_work_on_lines_grows_with_their_number() {
        assertThat(ratio(4_000, lines -> place(order(lines, false))))
                .isLessThan(CLEARLY_LESS_THAN_SQUARE);
    }

    @Test
    void the_work_on_discounts_grows_with_their_number() {
        assertThat(ratio(2_000, lines -> place(order(lines, true))))
                .isLessThan(CLEARLY_LESS_THAN_SQUARE);
    }

    @Test
    void the_work_on_refunds_grows_with_their_number() {
        assertThat(ratio(2_000, LinearWorkTest::refundAfterPlacing))
                .isLessThan(CLEARLY_LESS_THAN_SQUARE);
    }

    @Test
    void the_work_on_refunds_that_come_before_the_order_grows_with_their_number() {
        assertThat(ratio(1_000, LinearWorkTest::refundBeforePlacing))
                .isLessThan(CLEARLY_LESS_THAN_SQUARE);
    }

    private static double ratio(int size, IntConsumer work) {
        // A first run warms up: code that is not compiled yet would make the small run look long.
        work.accept(size);
        return (double) least(size * TEN_TIMES, work) / least(size, work);
    }

    private static long least(int size, IntConsumer work) {
        var threads = ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = threads.getCurrentThreadCpuTime();
            work.accept(size);
            least = Math.min(least, threads.getCurrentThreadCpuTime() - before);
        }
        return least;
    }

    private static Placed place(Order order) {
        var state = ingest(OrderState.unheardOf(order.id()), Samples.placed(order));
        return (Placed) state;
    }

    private static void refundAfterPlacing(int refunds) {
        OrderState state = place(Samples.order());
        for (int i = 0; i < refunds; i++) {
            state = ingest(state, refund(i));
        }
        assertThat(((Placed) state).refunds()).hasSize(refunds);
    }

    private static void refundBeforePlacing(int refunds) {
        var state = OrderState.unheardOf(Samples.ORDER);
        for (int i = 0; i < refunds; i++) {
            state = ingest(state, refund(i));
        }
        state = ingest(state, Samples.placed());
        assertThat(((Placed) state).refunds()).hasSize(refunds);
    }

    private static OrderState ingest(OrderState state, Fact fact) {
        var applied = (Decision.Apply) OrderCore.decide(state, fact, Samples.PROFILE);
        return OrderCore.evolve(state, applied.changeSet());
    }

    private static Fact refund(int i) {
        var reference = Integer.toString(i);
        return new Fact.RefundSettled(
                new Provenance(
                        new FactKey("shopify/demo", Fact.RefundSettled.KIND, reference, "1"),
                        Role.PAYMENT,
                        Samples.NOW,
                        Samples.NOW,
                        "c"),
                Samples.ORDER,
                reference,
                CENT);
    }

    /**
     * An order with lines of one cent each; or of two cents each, with a discount of one cent of
     * its own on each.
     */
    private static Order order(int lines, boolean discounted) {
        var sample = Samples.order();
        var price = discounted ? CENT.plus(CENT) : CENT;
        var total = CENT.times(BigDecimal.valueOf(lines));
        return new Order(
                sample.id(),
                sample.channel(),
                sample.references(),
                sample.sourceRevision(),
                sample.placedAt(),
                sample.sellingZone(),
                sample.businessDate(),
                sample.flags(),
                sample.customer(),
                IntStream.range(0, lines).mapToObj(i -> line(i, price, discounted)).toList(),
                IntStream.range(0, discounted ? lines : 0)
                        .mapToObj(LinearWorkTest::discount)
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                sample.paymentStatus(),
                total,
                new Totals(total, total.zero(), total.zero(), total.zero(), total));
    }

    private static DiscountApplication discount(int index) {
        return new DiscountApplication(
                index,
                Optional.empty(),
                "Welcome",
                DiscountApplication.Target.LINE,
                DiscountApplication.Funding.MERCHANT,
                CENT);
    }

    private static Line line(int i, Amount price, boolean discounted) {
        var id = Integer.toString(i);
        return new Line(
                id,
                id,
                Optional.empty(),
                Line.Type.PRODUCT,
                Optional.of("MUG"),
                Optional.empty(),
                "Mug",
                Quantity.of(1),
                Line.PIECE,
                price,
                discounted ? List.of(new DiscountAllocation(i, CENT)) : List.of(),
                List.of(),
                List.of(),
                CENT,
                true);
    }
}
