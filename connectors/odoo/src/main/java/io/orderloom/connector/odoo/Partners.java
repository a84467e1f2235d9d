package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.order.PersonalData.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Customers and their addresses, created once and then left to Odoo's users. */
final class Partners {
    private static final List<String> FIELDS =
            List.of(
                    "id",
                    "parent_id/id",
                    "type",
                    "is_company",
                    "name",
                    "company_name",
                    "email",
                    "phone",
                    "street",
                    "street2",
                    "city",
                    "zip",
                    "state_id/.id",
                    "country_id/.id");

    private final Records records;

    Partners(Records records) {
        this.records = records;
    }

    CallResult<Map<Xid, Long>> ids(Parties parties, ResolvedIds known) {
        return records.ensure(
                "res.partner",
                parties.xids(),
                xid -> xid,
                known,
                missing ->
                        places(parties)
                                .map(places ->
                                        new Call.Table(
                                                FIELDS,
                                                missing.stream()
                                                        .map(xid -> row(xid, parties, places))
                                                        .toList())));
    }

    private static List<String> row(Xid xid, Parties parties, Places places) {
        var customer = parties.customer();
        if (xid.equals(customer.xid())) {
            return row(
                    List.of(
                            xid.toString(),
                            "",
                            "contact",
                            customer.company() ? "True" : "False",
                            customer.name(),
                            customer.address().flatMap(Address::company).orElse(""),
                            customer.email().orElse(""),
                            customer.phone().orElse("")),
                    customer.address(),
                    places);
        }
        var address = Optional.ofNullable(parties.contacts().get(xid));
        return row(
                List.of(
                        xid.toString(),
                        customer.xid().toString(),
                        "other",
                        "False",
                        address.flatMap(Address::name).orElse(customer.name()),
                        address.flatMap(Address::company).orElse(""),
                        "",
                        address.flatMap(Address::phone).orElse("")),
                address,
                places);
    }

    private static List<String> row(List<String> who, Optional<Address> address, Places places) {
        return Stream.concat(
                        who.stream(),
                        Stream.of(
                                address.flatMap(Address::street).orElse(""),
                                address.flatMap(Address::additionalStreet).orElse(""),
                                address.flatMap(Address::city).orElse(""),
                                address.flatMap(Address::postalCode).orElse(""),
                                address.flatMap(places::region).orElse(""),
                                address.flatMap(places::country).orElse("")))
                .toList();
    }

    private CallResult<Places> places(Parties parties) {
        var codes = new ArrayList<Object>();
        Stream.concat(parties.customer().address().stream(), parties.contacts().values().stream())
                .flatMap(address -> address.countryCode().stream())
                .distinct()
                .forEach(codes::add);
        if (codes.isEmpty()) {
            return CallResult.given(new Places(List.of(), List.of()));
        }
        return records.read("res.country", List.of(List.of("code", "in", codes)), List.of("code"))
                .then(countries ->
                        records.read(
                                        "res.country.state",
                                        List.of(List.of("country_id.code", "in", codes)),
                                        List.of("code", "country_id"))
                                .map(regions -> new Places(countries, regions)));
    }

    /**
     * Countries and their regions, by code. An address keeps no country or region that Odoo lacks.
     */
    private record Places(List<JsonNode> countries, List<JsonNode> regions) {

        Optional<String> country(Address address) {
            return countries.stream()
                    .filter(c -> address.countryCode().equals(Optional.of(c.path("code").asText())))
                    .map(c -> c.path("id").asText())
                    .findFirst();
        }

        Optional<String> region(Address address) {
            return country(address)
                    .flatMap(country ->
                            regions.stream()
                                    .filter(r ->
                                            r.path("country_id").path(0).asText().equals(country))
                                    .filter(r ->
                                            address.regionCode()
                                                    .equals(Optional.of(r.path("code").asText())))
                                    .map(r -> r.path("id").asText())
                                    .findFirst());
        }
    }
}
