package io.orderloom.order;

import java.util.List;

/** The buyer, without personal data; names and addresses are in {@link PersonalData}. */
public record Customer(Kind kind, List<ExternalReference> references) {

    public enum Kind {
        REGISTERED,
        GUEST,
        ANONYMOUS_POS,
        COMPANY,
        MARKETPLACE_MASKED
    }
}
