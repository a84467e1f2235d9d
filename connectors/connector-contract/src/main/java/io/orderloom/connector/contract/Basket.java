package io.orderloom.connector.contract;

import io.orderloom.erp.Booking;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.DiscountApplication;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import io.orderloom.order.Residual;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Builds an order from decimal amounts and adds up the totals that it has to declare. */
public final class Basket {
    private final String name;
    private final Currency currency;
    private boolean included;
    private String uom = Line.PIECE;
    private LocalDate businessDate = Samples.order().businessDate();
    private final List<Line> lines = new ArrayList<>();
    private final List<ShippingCharge> shipping = new ArrayList<>();
    private final List<TaxLine> orderTaxes = new ArrayList<>();
    private final List<DiscountApplication> discounts = new ArrayList<>();
    private final List<Residual> residuals = new ArrayList<>();

    private Basket(String name, String currency, boolean included) {
        this.name = name;
        this.currency = new Currency(currency);
        this.included = included;
    }

    /**
     * @param included whether prices include their taxes
     */
    public static Basket of(String name, String currency, boolean included) {
        return new Basket(name, currency, included);
    }

    /** From here on, whether prices include their taxes. */
    public Basket taxesIncluded(boolean from) {
        included = from;
        return this;
    }

    /** The unit of the lines that follow, such as {@code KGM}. */
    public Basket unit(String code) {
        uom = code;
        return this;
    }

    public Basket on(LocalDate day) {
        businessDate = day;
        return this;
    }

    boolean isIn(String code) {
        return currency.code().equals(code);
    }

    /**
     * @param name the name, the rate and the amount of each tax, for example {@code "VAT 0.2 1.67"}
     */
    public static String[] taxes(String... name) {
        return name;
    }

    public Basket line(String sku, int quantity, String price, String[] taxes, String... off) {
        return line(Line.Type.PRODUCT, Optional.of(sku), quantity, price, taxes, off);
    }

    public Basket charge(Line.Type type, String price) {
        return line(type, Optional.empty(), 1, price, taxes());
    }

    private Basket line(
            Line.Type type,
            Optional<String> sku,
            int quantity,
            String price,
            String[] taxes,
            String... off) {
        var id = Integer.toString(lines.size() + 1);
        var allocations = allocations(DiscountApplication.Target.LINE, off);
        var unitPrice = amount(price);
        lines.add(
                new Line(
                        id,
                        id,
                        Optional.empty(),
                        type,
                        sku,
                        Optional.empty(),
                        sku.orElse(type.name()),
                        Quantity.of(quantity),
                        uom,
                        unitPrice,
                        allocations,
                        taxLines(taxes, included),
                        List.of(),
                        unitPrice.times(BigDecimal.valueOf(quantity)).minus(sum(allocations)),
                        type == Line.Type.PRODUCT));
        return this;
    }

    /** Adds import duty on the last line. */
    public Basket duty(String price, String... taxes) {
        var line = lines.removeLast();
        lines.add(
                new Line(
                        line.lineId(),
                        line.sourceLineId(),
                        line.parentLineId(),
                        line.type(),
                        line.sku(),
                        line.gtin(),
                        line.title(),
                        line.quantity(),
                        line.uom(),
                        line.unitPrice(),
                        line.discountAllocations(),
                        line.taxLines(),
                        List.of(new Line.Duty("6912.00", amount(price), taxLines(taxes, false))),
                        line.total(),
                        true));
        return this;
    }

    public Basket shipping(String price, String[] taxes, String... off) {
        var allocations = allocations(DiscountApplication.Target.SHIPPING, off);
        shipping.add(
                new ShippingCharge(
                        "s" + (shipping.size() + 1),
                        Optional.of("STD"),
                        "Standard",
                        amount(price),
                        allocations,
                        taxLines(taxes, included),
                        amount(price).minus(sum(allocations))));
        return this;
    }

    public Basket orderTaxes(String... taxes) {
        orderTaxes.addAll(taxLines(taxes, included));
        return this;
    }

    public Basket residual(Residual.Cause cause, String amount) {
        residuals.add(new Residual(amount(amount), cause, "4999"));
        return this;
    }

    public Booking booking(OrderId id) {
        return new Booking(order(id), Samples.personalData(), Ledger.SETTLEMENT);
    }

    public Order order(OrderId id) {
        var like = Samples.order();
        var goods = Amount.sum(lines.stream().map(Line::total).toList(), zero());
        var carriage = Amount.sum(shipping.stream().map(ShippingCharge::total).toList(), zero());
        var duties =
                Amount.sum(
                        lines.stream()
                                .flatMap(line -> line.duties().stream())
                                .map(Line.Duty::amount)
                                .toList(),
                        zero());
        var off = Amount.sum(discounts.stream().map(DiscountApplication::amount).toList(), zero());
        var tax = Amount.sum(taxLines().map(TaxLine::amount).toList(), zero());
        var added =
                Amount.sum(
                        taxLines().filter(t -> !t.included()).map(TaxLine::amount).toList(),
                        zero());
        var unexplained = Amount.sum(residuals.stream().map(Residual::amount).toList(), zero());
        var total = goods.plus(carriage).plus(duties).plus(added).plus(unexplained);
        return new Order(
                id,
                like.channel(),
                like.references(),
                like.sourceRevision(),
                like.placedAt(),
                like.sellingZone(),
                businessDate,
                new Order.Flags(false, included, false, Optional.empty(), Optional.empty()),
                like.customer(),
                lines,
                discounts,
                shipping,
                List.of(),
                orderTaxes,
                like.paymentStatus(),
                total,
                new Totals(goods, carriage, off, tax, total),
                List.of(),
                List.of(),
                List.of(),
                residuals);
    }

    private Stream<TaxLine> taxLines() {
        return Stream.of(
                        lines.stream().flatMap(line -> line.taxLines().stream()),
                        lines.stream()
                                .flatMap(line -> line.duties().stream())
                                .flatMap(duty -> duty.taxLines().stream()),
                        shipping.stream().flatMap(charge -> charge.taxLines().stream()),
                        orderTaxes.stream())
                .flatMap(taxes -> taxes);
    }

    private List<DiscountAllocation> allocations(DiscountApplication.Target target, String... off) {
        var allocations = new ArrayList<DiscountAllocation>();
        for (var amount : off) {
            int index = discounts.size();
            discounts.add(
                    new DiscountApplication(
                            index,
                            Optional.of("CODE" + index),
                            "Discount",
                            target,
                            DiscountApplication.Funding.MERCHANT,
                            amount(amount)));
            allocations.add(new DiscountAllocation(index, amount(amount)));
        }
        return allocations;
    }

    private List<TaxLine> taxLines(String[] taxes, boolean inPrice) {
        return Arrays.stream(taxes)
                .map(text -> {
                    var words = text.split(" ");
                    return new TaxLine(
                            words[0].replace('_', ' '),
                            new BigDecimal(words[1]),
                            amount(words[2]),
                            inPrice,
                            TaxLine.Collector.MERCHANT);
                })
                .toList();
    }

    private Amount sum(List<DiscountAllocation> allocations) {
        return Amount.sum(allocations.stream().map(DiscountAllocation::amount).toList(), zero());
    }

    private Amount amount(String decimal) {
        return Amount.same(Money.of(decimal, currency.code()));
    }

    private Amount zero() {
        return Amount.same(Money.zero(currency));
    }

    @Override
    public String toString() {
        return name;
    }
}
