package io.orderloom.connector.odoo;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.order.Customer;
import io.orderloom.order.ExternalReference;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The buyer, the recipient of the bill and the recipient of the goods. Pure.
 *
 * <p>The buyer and each address are named by their content and not by the order, so that they are
 * created once and never overwritten: changes by Odoo's users are kept.
 *
 * @param contacts addresses below the customer, by external id
 */
record Parties(Party customer, Xid invoiceTo, Xid shipTo, Map<Xid, Address> contacts) {

    /**
     * @param name never blank
     * @param address the address for the record of a new customer
     * @param ofThisOrder whether no other order is booked on this customer
     */
    record Party(
            Xid xid,
            String name,
            Optional<String> email,
            Optional<String> phone,
            Optional<Address> address,
            boolean company,
            boolean ofThisOrder) {}

    /**
     * @param guests the customer on whom all guests are booked
     */
    static Parties of(Booking booking, ExternalId id, Optional<String> guests) {
        var personal = booking.personalData();
        var customer = customer(booking, id, guests);
        var contacts = new LinkedHashMap<Xid, Address>();
        var invoiceTo = contact(customer, personal.billing(), contacts);
        var shipTo = contact(customer, personal.shipping().or(personal::billing), contacts);
        return new Parties(customer, invoiceTo, shipTo, contacts);
    }

    /** The customer comes first, because the others are created below it. */
    List<Xid> xids() {
        return Stream.concat(Stream.of(customer.xid()), contacts.keySet().stream()).toList();
    }

    private static Party customer(Booking booking, ExternalId id, Optional<String> guests) {
        var customer = booking.order().customer();
        var personal = booking.personalData();
        var known = customer.references().stream().findFirst();
        var xid =
                known.map(r -> registered(booking, r))
                        .or(() -> guests.map(Xid::of))
                        .orElseGet(() -> Xid.of(id.part("customer")));
        if (known.isEmpty() && guests.isPresent()) {
            return new Party(
                    xid,
                    "Guests",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    false);
        }
        return new Party(
                xid,
                name(personal).orElse("Customer of " + booking.order().id()),
                personal.email(),
                personal.phone(),
                personal.billing().or(personal::shipping),
                customer.kind() == Customer.Kind.COMPANY,
                known.isEmpty());
    }

    /**
     * Two shops may give two people the same number, so a customer belongs to the shop and not to
     * the platform.
     */
    private static Xid registered(Booking booking, ExternalReference reference) {
        var shop = booking.order().id().channelInstance();
        return Xid.of("customer")
                .part(shop + ":" + reference.system())
                .part(reference.kind())
                .part(reference.id());
    }

    private static Optional<String> name(PersonalData personal) {
        return Stream.of(
                        personal.name(),
                        personal.billing().flatMap(Address::name),
                        personal.shipping().flatMap(Address::name),
                        personal.email())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Xid contact(
            Party customer, Optional<Address> address, Map<Xid, Address> contacts) {
        return address.filter(
                        a -> !(customer.ofThisOrder() && customer.address().equals(Optional.of(a))))
                .map(a -> {
                    var xid = customer.xid().part("address").part(fingerprint(a));
                    contacts.put(xid, a);
                    return xid;
                })
                .orElse(customer.xid());
    }

    /** Equal addresses have equal fingerprints. */
    private static String fingerprint(Address address) {
        var text =
                Stream.of(
                                address.name(),
                                address.company(),
                                address.street(),
                                address.additionalStreet(),
                                address.city(),
                                address.postalCode(),
                                address.regionCode(),
                                address.countryCode(),
                                address.phone())
                        .map(field -> field.orElse(""))
                        .collect(Collectors.joining("\n"));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
