package io.orderloom.core;

import static io.orderloom.sample.Samples.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A document with one wrong value is refused, and the exception names that value. */
class DocumentInvariantsTest {
    private static final Amount EUROS = Amount.same(Money.of("5.00", "EUR"));

    /**
     * The values of the sample order that a test can change: the amounts of a mug and of the
     * shipping, and the amounts that go with them.
     */
    record Odd(
            Amount price,
            Amount lineDiscount,
            Amount lineTax,
            Amount lineTotal,
            Amount shipping,
            Amount shippingDiscount,
            Amount shippingTotal,
            Amount discount,
            Amount duty,
            Amount residual,
            Amount total) {

        /**
         * The sample as it is, with a duty of 1.00, a discount on the shipping and a cent that is
         * explained.
         */
        static final Odd NOTHING =
                new Odd(
                        usd("12.50"),
                        usd("2.00"),
                        usd("1.80"),
                        usd("23.00"),
                        usd("5.00"),
                        usd("0.50"),
                        usd("4.50"),
                        usd("2.50"),
                        usd("1.00"),
                        usd("0.01"),
                        usd("30.31"));

        Order order() {
            var sample = Samples.order();
            var line = sample.lines().getFirst();
            var charge = sample.shippingCharges().getFirst();
            var application = sample.discounts().getFirst();
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
                    List.of(line(line)),
                    List.of(
                            new DiscountApplication(
                                    0,
                                    application.code(),
                                    application.title(),
                                    application.target(),
                                    application.funding(),
                                    discount)),
                    List.of(charge(charge)),
                    sample.fulfilmentGroups(),
                    List.of(),
                    sample.paymentStatus(),
                    sample.captured(),
                    new Totals(usd("23.00"), usd("4.50"), usd("2.50"), usd("1.80"), total),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Residual(residual, Residual.Cause.CASH_ROUNDING, "rounding")));
        }

        private Line line(Line line) {
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
                    List.of(new DiscountAllocation(0, lineDiscount)),
                    List.of(
                            new TaxLine(
                                    "NY State Tax",
                                    new BigDecimal("0.08"),
                                    lineTax,
                                    false,
                                    TaxLine.Collector.MERCHANT)),
                    List.of(new Line.Duty("691200", duty, List.of())),
                    lineTotal,
                    true);
        }

        private ShippingCharge charge(ShippingCharge charge) {
            return new ShippingCharge(
                    charge.chargeId(),
                    Optional.empty(),
                    charge.title(),
                    shipping,
                    List.of(new DiscountAllocation(0, shippingDiscount)),
                    List.of(),
                    shippingTotal);
        }
    }

    @Test
    void a_document_that_adds_up_is_accepted() {
        assertThat(DocumentInvariants.broken(Odd.NOTHING.order())).isEmpty();
    }

    // spotless:off
    static Stream<Arguments> odd() {
        var n = Odd.NOTHING;
        var cent = usd("0.01");
        return Stream.of(
            Arguments.of("a line's total", "lines[1].total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal.plus(cent), n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a line's price", "lines[1].total", new Odd(n.price.plus(cent), n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a line's discount", "lines[1].total", new Odd(n.price, n.lineDiscount.plus(cent), n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the shipping's price", "shippingCharges[s1].total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping.plus(cent), n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the shipping's discount", "shippingCharges[s1].total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount.plus(cent), n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the discount", "discounts[0].amount", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount.plus(cent), n.duty, n.residual, n.total)),
            Arguments.of("a tax", "total", new Odd(n.price, n.lineDiscount, n.lineTax.plus(cent), n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a duty", "total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty.plus(cent), n.residual, n.total)),
            Arguments.of("what is explained", "total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual.plus(cent), n.total)),
            Arguments.of("the total", "total", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total.plus(cent))),
            Arguments.of("a price's currency", "currency", new Odd(EUROS, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a line discount's currency", "currency", new Odd(n.price, EUROS, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a tax's currency", "currency", new Odd(n.price, n.lineDiscount, EUROS, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a line total's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, EUROS, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the shipping's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, EUROS, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("a shipping discount's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, EUROS, n.shippingTotal, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the shipping total's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, EUROS, n.discount, n.duty, n.residual, n.total)),
            Arguments.of("the discount's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, EUROS, n.duty, n.residual, n.total)),
            Arguments.of("a duty's currency", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, EUROS, n.residual, n.total)),
            Arguments.of("the currency of what is explained", "currency", new Odd(n.price, n.lineDiscount, n.lineTax, n.lineTotal, n.shipping, n.shippingDiscount, n.shippingTotal, n.discount, n.duty, EUROS, n.total)));
    }
    // spotless:on

    @ParameterizedTest(name = "{0}")
    @MethodSource("odd")
    void an_amount_that_does_not_add_up_is_named(String what, String path, Odd odd) {
        assertThat(DocumentInvariants.broken(odd.order()))
                .as(what)
                .map(Violation::path)
                .contains(path);
    }

    @Test
    void amounts_that_overflow_are_refused() {
        var most = Amount.same(new Money(Long.MAX_VALUE, usd("0.00").transaction().currency()));
        var n = Odd.NOTHING;
        var huge =
                new Odd(
                        most,
                        n.lineDiscount,
                        n.lineTax,
                        most,
                        n.shipping,
                        n.shippingDiscount,
                        n.shippingTotal,
                        n.discount,
                        n.duty,
                        n.residual,
                        most);

        assertThat(DocumentInvariants.broken(huge.order()))
                .map(Violation::detail)
                .hasValueSatisfying(detail -> assertThat(detail).contains("too large"));
    }
}
