package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.money.Currency;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Line;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.TaxLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * The order as an ERP received it, in minor units of the currency that it is booked in. It computes
 * its own total and does not read the sender's.
 *
 * @param customer the buyer's name, or empty if none was sent
 */
public record Sold(
        List<Item> items,
        long shipping,
        long shippingTax,
        String currency,
        String customer,
        String email,
        String street) {

    public Sold {
        items = List.copyOf(items);
    }

    /**
     * @param discount on the whole line
     */
    public record Item(String sku, long units, long price, long discount, long tax) {}

    static Sold of(Booking booking) {
        var order = booking.order();
        var ledger = booking.ledger();
        var buyer = booking.personalData();
        return new Sold(
                order.lines().stream().map(line -> item(line, ledger)).toList(),
                order.shippingCharges().stream().mapToLong(c -> net(c, ledger)).sum(),
                order.shippingCharges().stream()
                        .flatMap(charge -> charge.taxLines().stream())
                        .mapToLong(tax -> added(tax, ledger))
                        .sum(),
                order.declared().total().in(ledger).currency().code(),
                buyer.name().orElse(""),
                buyer.email().orElse(""),
                street(buyer));
    }

    private static Item item(Line line, Ledger ledger) {
        return new Item(
                line.sku().orElse(""),
                line.quantity().value().longValueExact(),
                line.unitPrice().in(ledger).minorUnits(),
                line.discountAllocations().stream()
                        .mapToLong(part -> part.amount().in(ledger).minorUnits())
                        .sum(),
                line.taxLines().stream().mapToLong(tax -> added(tax, ledger)).sum());
    }

    private static long net(ShippingCharge charge, Ledger ledger) {
        return charge.price().in(ledger).minorUnits()
                - charge.discountAllocations().stream()
                        .mapToLong(part -> part.amount().in(ledger).minorUnits())
                        .sum();
    }

    private static long added(TaxLine tax, Ledger ledger) {
        return tax.included() ? 0 : tax.amount().in(ledger).minorUnits();
    }

    private static String street(PersonalData buyer) {
        return Stream.concat(buyer.shipping().stream(), buyer.billing().stream())
                .map(Address::street)
                .flatMap(street -> street.stream())
                .findFirst()
                .orElse("");
    }

    /** The sum of quantity times price, less discounts, with taxes and shipping. */
    Money total() {
        long lines =
                items.stream()
                        .mapToLong(
                                item -> item.price() * item.units() - item.discount() + item.tax())
                        .sum();
        return new Money(lines + shipping + shippingTax, new Currency(currency));
    }
}
