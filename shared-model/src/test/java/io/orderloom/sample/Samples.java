package io.orderloom.sample;

import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Role;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Quantity;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A sample order of two lines with a discount, tax and shipping, and facts about it. */
public final class Samples {
    public static final Instant NOW = Instant.parse("2026-11-02T15:04:05Z");
    public static final OrderId ORDER = new OrderId("demo-shop", "450789469");
    public static final String CORRELATION = "7d1f0c1e";
    public static final PostingProfile PROFILE =
            new PostingProfile(Ledger.SETTLEMENT, TestOrders.NOT_BOOKED);

    private Samples() {}

    public static Amount usd(String amount) {
        return Amount.same(Money.of(amount, "USD"));
    }

    /** Mug 2 × 12.50 less 2.50, tea 1 × 8.00, shipping 5.00, taxes 1.80 + 0.64 + 0.40: 38.34. */
    public static Order order() {
        return order(usd("38.34"));
    }

    /** The sample order, but declared to have another total. */
    public static Order order(Amount declaredTotal) {
        return order(declaredTotal, declaredTotal);
    }

    /** The sample order, of which only a part was paid when it was placed. */
    public static Order paid(String captured) {
        return order(usd("38.34"), usd(captured));
    }

    /**
     * The order after an edit that leaves so many mugs on it. Its revision grows with the number of
     * mugs; each mug is 12.50 less 1.25, and 0.90 tax.
     */
    public static Order edited(int mugs) {
        var before = order();
        var discount = new BigDecimal("1.25").multiply(BigDecimal.valueOf(mugs));
        var mug =
                line(
                        "1",
                        "MUG-01",
                        mugs,
                        "12.50",
                        Optional.of(discount.toPlainString()),
                        new BigDecimal("0.90").multiply(BigDecimal.valueOf(mugs)).toPlainString(),
                        new BigDecimal("11.25").multiply(BigDecimal.valueOf(mugs)).toPlainString());
        var total =
                new BigDecimal("14.04")
                        .add(new BigDecimal("12.15").multiply(BigDecimal.valueOf(mugs)));
        var welcome = before.discounts().getFirst();
        var declared = usd(total.toPlainString());
        return new Order(
                before.id(),
                before.channel(),
                before.references(),
                "2026-11-02T16:0%d:00Z".formatted(mugs),
                before.placedAt(),
                before.sellingZone(),
                before.businessDate(),
                before.flags(),
                before.customer(),
                List.of(mug, before.lines().get(1)),
                List.of(
                        new DiscountApplication(
                                welcome.index(),
                                welcome.code(),
                                welcome.title(),
                                welcome.target(),
                                welcome.funding(),
                                usd(discount.toPlainString()))),
                before.shippingCharges(),
                before.fulfilmentGroups(),
                List.of(),
                PaymentStatus.PAID,
                before.captured(),
                new Totals(
                        declared,
                        usd("5.00"),
                        usd(discount.toPlainString()),
                        usd("2.84"),
                        declared));
    }

    /** The order as if it were placed with a test payment. */
    public static Order test(Order order) {
        return new Order(
                order.id(),
                order.channel(),
                order.references(),
                order.sourceRevision(),
                order.placedAt(),
                order.sellingZone(),
                order.businessDate(),
                new Order.Flags(true, false, false, Optional.empty(), Optional.empty()),
                order.customer(),
                order.lines(),
                order.discounts(),
                order.shippingCharges(),
                order.fulfilmentGroups(),
                order.orderTaxLines(),
                order.paymentStatus(),
                order.captured(),
                order.declared());
    }

    private static PaymentStatus status(Amount total, Amount captured) {
        if (captured.isZero()) {
            return PaymentStatus.PENDING;
        }
        return captured.equals(total) ? PaymentStatus.PAID : PaymentStatus.PARTIALLY_PAID;
    }

    private static Order order(Amount declaredTotal, Amount captured) {
        return new Order(
                ORDER,
                new Channel(
                        Channel.Type.ECOMMERCE,
                        "shopify",
                        "demo-shop",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(new ExternalReference("shopify", "order-name", "#1001")),
                "2026-11-02T15:04:00Z",
                NOW,
                ZoneId.of("America/New_York"),
                LocalDate.of(2026, 11, 2),
                new Order.Flags(false, false, false, Optional.empty(), Optional.empty()),
                new Customer(
                        Customer.Kind.REGISTERED,
                        List.of(new ExternalReference("shopify", "customer", "207119551"))),
                List.of(
                        line("1", "MUG-01", 2, "12.50", Optional.of("2.50"), "1.80", "22.50"),
                        line("2", "TEA-07", 1, "8.00", Optional.empty(), "0.64", "8.00")),
                List.of(
                        new DiscountApplication(
                                0,
                                Optional.of("WELCOME10"),
                                "Welcome",
                                DiscountApplication.Target.LINE,
                                DiscountApplication.Funding.MERCHANT,
                                usd("2.50"))),
                List.of(
                        new ShippingCharge(
                                "s1",
                                Optional.of("STD"),
                                "Standard",
                                usd("5.00"),
                                List.of(),
                                List.of(tax("0.40")),
                                usd("5.00"))),
                List.of(
                        new FulfilmentGroup(
                                FulfilmentGroup.Mode.SHIP,
                                Optional.empty(),
                                Optional.empty(),
                                List.of("1", "2"))),
                List.of(),
                status(declaredTotal, captured),
                captured,
                new Totals(usd("30.50"), usd("5.00"), usd("2.50"), usd("2.84"), declaredTotal));
    }

    private static Line line(
            String id,
            String sku,
            int quantity,
            String price,
            Optional<String> discount,
            String tax,
            String total) {
        return new Line(
                id,
                "46603200" + id,
                Optional.empty(),
                Line.Type.PRODUCT,
                Optional.of(sku),
                Optional.empty(),
                sku,
                Quantity.of(quantity),
                Line.PIECE,
                usd(price),
                discount.map(d -> new DiscountAllocation(0, usd(d))).stream().toList(),
                List.of(tax(tax)),
                List.of(),
                usd(total),
                true);
    }

    private static TaxLine tax(String amount) {
        return new TaxLine(
                "NY State Tax",
                new BigDecimal("0.08"),
                usd(amount),
                false,
                TaxLine.Collector.MERCHANT);
    }

    public static PersonalData personalData() {
        return new PersonalData(
                Optional.of("Ada Example"),
                Optional.of("ada@example.org"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Provenance provenance(String source, String kind, Role role) {
        return new Provenance(
                new FactKey(source, kind, ORDER.channelOrderId(), "1"),
                role,
                NOW,
                NOW,
                CORRELATION);
    }

    public static Fact.OrderPlaced placed() {
        return placed(order());
    }

    public static Fact.OrderPlaced placed(Order order) {
        return new Fact.OrderPlaced(
                provenance("shopify/demo-shop", Fact.OrderPlaced.KIND, Role.COMMERCE), order);
    }

    public static Fact.OrderCancelled cancelled() {
        return new Fact.OrderCancelled(
                provenance("shopify/demo-shop", Fact.OrderCancelled.KIND, Role.COMMERCE),
                ORDER,
                "customer",
                usd("38.34"));
    }

    public static Fact.ErpPosted posted(String total) {
        return new Fact.ErpPosted(
                provenance("erp/sandbox", Fact.ErpPosted.KIND, Role.ERP),
                ORDER,
                document(total, ErpDocument.State.CONFIRMED),
                Money.of("38.34", "USD"),
                order().sourceRevision());
    }

    public static Fact.ErpPostingSkipped skipped() {
        return new Fact.ErpPostingSkipped(
                provenance("erp/sandbox", Fact.ErpPostingSkipped.KIND, Role.MIDDLEWARE), ORDER);
    }

    public static Fact.ErpCancelled erpCancelled() {
        return new Fact.ErpCancelled(
                provenance("erp/sandbox", Fact.ErpCancelled.KIND, Role.ERP),
                ORDER,
                document("38.34", ErpDocument.State.CANCELLED));
    }

    public static Fact.RefundPending refundPending(String refund, String amount) {
        return new Fact.RefundPending(
                new Provenance(
                        new FactKey("shopify/demo-shop", Fact.RefundPending.KIND, refund, "1"),
                        Role.PAYMENT,
                        NOW,
                        NOW,
                        CORRELATION),
                ORDER,
                refund,
                usd(amount));
    }

    public static Fact.RefundSettled refunded(String refund, String amount) {
        return new Fact.RefundSettled(
                new Provenance(
                        new FactKey("shopify/demo-shop", Fact.RefundSettled.KIND, refund, "1"),
                        Role.PAYMENT,
                        NOW,
                        NOW,
                        CORRELATION),
                ORDER,
                refund,
                usd(amount),
                Optional.empty(),
                RefundCause.CANCELLATION,
                List.of(),
                List.of());
    }

    public static ErpDocument document(String total, ErpDocument.State state) {
        return new ErpDocument(
                new ExternalReference("sandbox", "sales-order", "SO-000001"),
                "SO-000001",
                Money.of(total, "USD"),
                state);
    }
}
