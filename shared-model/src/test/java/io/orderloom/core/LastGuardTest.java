package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every fact ends with a decision, whatever it states. */
class LastGuardTest {

    @Test
    void two_lines_with_one_id_are_refused_with_the_line() {
        var order = Samples.order();
        var twice = new ArrayList<>(order.lines());
        twice.add(free(order.lines().getFirst()));

        var refusal = refusal(OrderState.unheardOf(order.id()), Samples.placed(with(order, twice)));

        assertThat(refusal.path()).isEqualTo("lines[1]");
        assertThat(refusal.detail()).isEqualTo("there are two lines of that id");
    }

    @Test
    void a_line_that_is_worth_more_than_can_be_counted_is_refused_with_the_line() {
        var order = Samples.order();
        var lines =
                List.of(
                        taxed(order.lines().get(0), Long.MAX_VALUE, false),
                        taxed(order.lines().get(1), -Long.MAX_VALUE, false));

        var refusal = refusal(OrderState.unheardOf(order.id()), Samples.placed(with(order, lines)));

        assertThat(refusal.path()).isEqualTo("lines[1].total");
    }

    /**
     * The sums by which a document is checked leave out taxes that are included in the price, so
     * such a tax can be too large to be counted.
     */
    @Test
    void a_bug_while_deciding_is_an_exception_at_once_and_repeats_nothing_of_the_fact() {
        var order = Samples.order();
        var lines = order.lines().stream().map(line -> taxed(line, Long.MAX_VALUE, true)).toList();

        var refusal = refusal(OrderState.unheardOf(order.id()), Samples.placed(with(order, lines)));

        assertThat(refusal.type()).isEqualTo(OrderException.Type.PAYLOAD);
        assertThat(refusal.path()).isEqualTo("order-placed");
        assertThat(refusal.detail()).contains("ArithmeticException").doesNotContain("overflow");
    }

    private static OrderException refusal(OrderState state, Fact fact) {
        var decision = OrderCore.decide(state, fact, Samples.PROFILE);
        assertThat(decision).isInstanceOf(Decision.Refuse.class);
        return ((Decision.Refuse) decision).exception();
    }

    private static Line taxed(Line line, long cents, boolean included) {
        var amount = Amount.same(new Money(cents, new Currency("USD")));
        return with(
                line,
                line.unitPrice(),
                List.of(
                        new TaxLine(
                                "VAT",
                                BigDecimal.ZERO,
                                amount,
                                included,
                                TaxLine.Collector.MERCHANT)),
                line.total());
    }

    private static Line free(Line line) {
        var nothing = line.total().zero();
        return with(line, nothing, List.of(), nothing);
    }

    private static Line with(Line line, Amount price, List<TaxLine> taxes, Amount total) {
        return new Line(
                line.lineId(),
                line.sourceLineId(),
                line.parentLineId(),
                line.type(),
                line.sku(),
                line.gtin(),
                line.title(),
                line.quantity(),
                line.uom(),
                price,
                price.isZero() ? List.of() : line.discountAllocations(),
                taxes,
                line.duties(),
                total,
                line.requiresShipping());
    }

    /**
     * Gives the order other lines, with a total that fits: lines of 30.50, shipping of 5.00 and its
     * tax of 0.40; the other taxes cancel each other out.
     */
    private static Order with(Order order, List<Line> lines) {
        boolean asBefore = lines.size() > 2;
        return new Order(
                order.id(),
                order.channel(),
                order.references(),
                order.sourceRevision(),
                order.placedAt(),
                order.sellingZone(),
                order.businessDate(),
                order.flags(),
                order.customer(),
                lines,
                order.discounts(),
                order.shippingCharges(),
                order.fulfilmentGroups(),
                order.orderTaxLines(),
                order.paymentStatus(),
                order.captured(),
                new Totals(
                        order.declared().lines(),
                        order.declared().shipping(),
                        order.declared().discounts(),
                        order.declared().tax(),
                        Samples.usd(asBefore ? "38.34" : "35.90")));
    }
}
