package io.orderloom.connector.odoo;

import io.orderloom.fault.Fault;
import io.orderloom.order.PersonalData;
import io.orderloom.order.PersonalData.Address;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Removes a person's data that Orderloom sent from Odoo's messages, which go to logs and events.
 * Pure.
 */
record Redaction(List<String> words) {

    static Redaction of(PersonalData personal) {
        var addresses =
                Stream.of(personal.billing(), personal.shipping()).flatMap(Optional::stream);
        return new Redaction(
                Stream.concat(
                                Stream.of(
                                        personal.name(),
                                        personal.email(),
                                        personal.phone(),
                                        personal.note()),
                                addresses.flatMap(Redaction::words))
                        .flatMap(Optional::stream)
                        .filter(word -> word.length() > 2)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList());
    }

    private static Stream<Optional<String>> words(Address address) {
        return Stream.of(
                address.name(),
                address.company(),
                address.street(),
                address.additionalStreet(),
                address.city(),
                address.postalCode(),
                address.phone());
    }

    Fault of(Fault fault) {
        return switch (fault) {
            case Fault.Rejected(var reason, var subject, var detail) ->
                    new Fault.Rejected(reason, subject, without(detail));
            // These details are Orderloom's own wording.
            case Fault.Transient _,
                    Fault.RateLimited _,
                    Fault.InDoubt _,
                    Fault.Invalid _,
                    Fault.Unauthorized _,
                    Fault.Conflict _,
                    Fault.Bug _ ->
                    fault;
        };
    }

    private String without(String text) {
        var left = text;
        for (var word : words) {
            left = left.replace(word, "…");
        }
        return left;
    }
}
