package io.orderloom.history;

import static io.orderloom.sample.Samples.NOW;

import io.orderloom.money.Allocation;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.Quantity;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Makes random but realistic orders: one to 200 lines, currencies of no, two and three decimals,
 * taxes in the price and on top, stacked discounts, gift cards, tips, fees, duties, bundles, cash
 * rounding, and books kept in another currency. A subclass can replace their arithmetic, to see
 * whether a wrong one is caught.
 */
public class Baskets {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Channel CHANNEL =
            new Channel(
                    Channel.Type.ECOMMERCE,
                    "shopify",
                    "soak",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
    private static final Customer CUSTOMER = new Customer(Customer.Kind.GUEST, List.of());
    private static final List<Currency> CURRENCIES =
            List.of(new Currency("EUR"), new Currency("JPY"), new Currency("KWD"));
    private static final List<BigDecimal> RATES =
            List.of(
                    BigDecimal.ZERO,
                    new BigDecimal("0.07"),
                    new BigDecimal("0.19"),
                    new BigDecimal("0.08875"));

    /** The way in which one order is priced. */
    record Pricing(
            Currency buyers,
            Currency books,
            boolean taxesIncluded,
            BigDecimal rate,
            List<BigDecimal> discounts) {

        static Pricing draw(SplittableRandom random) {
            var buyers = CURRENCIES.get(random.nextInt(3));
            var discounts = new ArrayList<BigDecimal>();
            for (int i = random.nextInt(10) - 6; i > 0; i--) {
                discounts.add(BigDecimal.valueOf(random.nextInt(5, 40)).movePointLeft(2));
            }
            return new Pricing(
                    buyers,
                    random.nextInt(5) == 0 ? CURRENCIES.get(random.nextInt(3)) : buyers,
                    random.nextBoolean(),
                    RATES.get(random.nextInt(RATES.size())),
                    discounts);
        }

        Amount amount(long units) {
            return new Amount(
                    new Money(units, buyers),
                    new Money(buyers.equals(books) ? units : units * 13 / 7, books));
        }
    }

    /** A line before discounts and taxes. */
    record Item(Line.Type type, Quantity quantity, Amount unitPrice, Optional<String> parent) {
        Item of(Quantity other) {
            return new Item(type, other, unitPrice, parent);
        }
    }

    /** The contents of an order, from which it can be made again with other quantities. */
    public record Basket(
            OrderId id, Pricing pricing, List<Item> items, boolean paid, boolean test) {
        Basket with(int line, Quantity quantity) {
            var changed = new ArrayList<>(items);
            changed.set(line, items.get(line).of(quantity));
            return new Basket(id, pricing, changed, paid, test);
        }
    }

    Basket draw(SplittableRandom random, OrderId id) {
        var pricing = Pricing.draw(random);
        var items = new ArrayList<Item>();
        for (int i = size(random); i > 0; i--) {
            items.add(item(random, pricing, items.size()));
        }
        if (random.nextInt(8) == 0) {
            items.add(extra(Line.Type.TIP, pricing.amount(random.nextLong(1, 900))));
        }
        if (random.nextInt(12) == 0) {
            items.add(extra(Line.Type.FEE, pricing.amount(random.nextLong(1, 500))));
        }
        if (random.nextInt(12) == 0) {
            items.add(extra(Line.Type.GIFT_CARD, pricing.amount(random.nextLong(1, 9_000))));
        }
        return new Basket(id, pricing, items, random.nextBoolean(), random.nextInt(50) == 0);
    }

    /** Mostly a few lines, and now and then up to 200. */
    private static int size(SplittableRandom random) {
        int kind = random.nextInt(200);
        if (kind == 0) {
            return random.nextInt(40, 201);
        }
        return kind < 30 ? random.nextInt(5, 20) : random.nextInt(1, 5);
    }

    private static Item item(SplittableRandom random, Pricing pricing, int before) {
        var price = pricing.amount(random.nextLong(50, 20_000));
        boolean byWeight = random.nextInt(30) == 0;
        var quantity =
                byWeight
                        ? new Quantity(BigDecimal.valueOf(random.nextLong(1, 3_000), 3))
                        : Quantity.of(random.nextInt(1, 7));
        var parent =
                before > 0 && random.nextInt(20) == 0
                        ? Optional.of(lineId(before - 1))
                        : Optional.<String>empty();
        return new Item(Line.Type.PRODUCT, quantity, price, parent);
    }

    private static Item extra(Line.Type type, Amount amount) {
        return new Item(type, Quantity.of(1), amount, Optional.empty());
    }

    static String lineId(int index) {
        return "L" + (1000 + index);
    }

    /** The order made from a basket, at a revision. */
    Order order(Basket basket, int revision) {
        var pricing = basket.pricing();
        var nets = new ArrayList<Amount>();
        basket.items().forEach(i -> nets.add(i.unitPrice().times(i.quantity().value())));
        var allocations = new ArrayList<List<DiscountAllocation>>();
        nets.forEach(_ -> allocations.add(new ArrayList<>()));
        var applications = new ArrayList<DiscountApplication>();
        for (var percent : pricing.discounts()) {
            applications.add(discount(applications.size(), percent, nets, allocations));
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < nets.size(); i++) {
            lines.add(line(pricing, basket.items().get(i), i, allocations.get(i), nets.get(i)));
        }
        var charge = shipping(pricing);
        var rounding = pricing.amount(basket.items().size() % 5 == 0 ? 1 : 0);
        var residuals =
                rounding.isZero()
                        ? List.<Residual>of()
                        : List.of(new Residual(rounding, Residual.Cause.CASH_ROUNDING, "8090"));
        var total = total(pricing, lines, charge).plus(rounding);
        var zero = total.zero();
        return new Order(
                basket.id(),
                CHANNEL,
                List.of(),
                Integer.toString(revision),
                NOW,
                ZONE,
                LocalDate.of(2026, 11, 2),
                new Order.Flags(
                        basket.test(),
                        pricing.taxesIncluded(),
                        false,
                        Optional.empty(),
                        Optional.empty()),
                CUSTOMER,
                lines,
                applications,
                List.of(charge),
                List.<FulfilmentGroup>of(),
                List.of(),
                basket.paid() ? PaymentStatus.PAID : PaymentStatus.AUTHORIZED,
                basket.paid() ? total : zero,
                new Totals(zero, charge.total(), zero, zero, total),
                List.of(),
                List.of(),
                List.of(),
                residuals);
    }

    private DiscountApplication discount(
            int index,
            BigDecimal percent,
            List<Amount> nets,
            List<List<DiscountAllocation>> allocations) {
        var whole = share(Amount.sum(nets, nets.getFirst().zero()), percent);
        var transaction = split(whole, nets, Ledger.TRANSACTION);
        var settlement = split(whole, nets, Ledger.SETTLEMENT);
        for (int i = 0; i < nets.size(); i++) {
            var part = new Amount(transaction.get(i), settlement.get(i));
            allocations.get(i).add(new DiscountAllocation(index, part));
            nets.set(i, nets.get(i).minus(part));
        }
        return new DiscountApplication(
                index,
                Optional.empty(),
                "discount " + index,
                DiscountApplication.Target.LINE,
                DiscountApplication.Funding.MERCHANT,
                whole);
    }

    /** Spreads a discount over lines by their value. */
    List<Money> split(Amount whole, List<Amount> by, Ledger ledger) {
        return Allocation.byLargestRemainder(
                whole.in(ledger),
                by.stream().map(amount -> Math.max(0, amount.in(ledger).minorUnits())).toList());
    }

    /** The sum that the buyer owes for all parts. */
    Amount total(Pricing pricing, List<Line> lines, ShippingCharge charge) {
        var total = charge.total();
        for (var line : lines) {
            total = total.plus(line.total());
            for (var duty : line.duties()) {
                total = total.plus(duty.amount());
            }
        }
        if (!pricing.taxesIncluded()) {
            for (var tax : charge.taxLines()) {
                total = total.plus(tax.amount());
            }
            for (var line : lines) {
                for (var tax : line.taxLines()) {
                    total = total.plus(tax.amount());
                }
            }
        }
        return total;
    }

    Line line(
            Pricing pricing,
            Item item,
            int index,
            List<DiscountAllocation> allocations,
            Amount net) {
        var duties =
                item.type() == Line.Type.PRODUCT && index % 17 == 16
                        ? List.of(new Line.Duty("6109.10", pricing.amount(35), List.of()))
                        : List.<Line.Duty>of();
        return new Line(
                lineId(index),
                lineId(index),
                item.parent(),
                item.type(),
                Optional.of("SKU"),
                Optional.empty(),
                "item",
                item.quantity(),
                Line.PIECE,
                item.unitPrice(),
                allocations,
                taxes(pricing, net),
                duties,
                net,
                true);
    }

    private static List<TaxLine> taxes(Pricing pricing, Amount net) {
        var tax =
                pricing.taxesIncluded()
                        ? net.minus(
                                share(
                                        net,
                                        BigDecimal.ONE.divide(
                                                BigDecimal.ONE.add(pricing.rate()),
                                                12,
                                                RoundingMode.HALF_UP)))
                        : share(net, pricing.rate());
        return tax.isZero()
                ? List.of()
                : List.of(
                        new TaxLine(
                                "state",
                                pricing.rate(),
                                tax,
                                pricing.taxesIncluded(),
                                TaxLine.Collector.MERCHANT));
    }

    private static ShippingCharge shipping(Pricing pricing) {
        var price = pricing.amount(490);
        return new ShippingCharge(
                "S1", Optional.empty(), "Standard", price, List.of(), taxes(pricing, price), price);
    }

    private static Amount share(Amount of, BigDecimal fraction) {
        return of.times(fraction);
    }

    /** The indexes of the lines that can be handed over. */
    static List<Integer> goods(Basket basket) {
        var bundles = basket.items().stream().flatMap(i -> i.parent().stream()).toList();
        return IntStream.range(0, basket.items().size())
                .filter(i -> {
                    var type = basket.items().get(i).type();
                    return type == Line.Type.PRODUCT || type == Line.Type.GIFT_CARD;
                })
                .filter(i -> !bundles.contains(lineId(i)))
                .boxed()
                .toList();
    }
}
