package io.orderloom.order;

import java.util.Optional;

/** The only part of an order that names a person; kept in an item of its own and erasable. */
public record PersonalData(
        Optional<String> name,
        Optional<String> email,
        Optional<String> phone,
        Optional<Address> billing,
        Optional<Address> shipping,
        Optional<String> note) {

    /** The data that is left after erasure: none. */
    public static final PersonalData NONE =
            new PersonalData(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * A postal address.
     *
     * @param countryCode ISO 3166-1 alpha-2
     * @param regionCode the subdivision's code within the country, as the source gave it
     */
    public record Address(
            Optional<String> name,
            Optional<String> company,
            Optional<String> street,
            Optional<String> additionalStreet,
            Optional<String> city,
            Optional<String> postalCode,
            Optional<String> regionCode,
            Optional<String> countryCode,
            Optional<String> phone) {}
}
