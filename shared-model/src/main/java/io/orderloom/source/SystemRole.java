package io.orderloom.source;

import io.orderloom.fact.Role;
import java.util.EnumSet;
import java.util.Set;

/**
 * The part that an outside system plays for the retailer. It decides in which roles a source's
 * facts may be stated: a warehouse can't refund, whatever it sends.
 */
public enum SystemRole {
    /** A web shop: it takes orders and payments, and reports what leaves. */
    COMMERCE(Role.COMMERCE, Role.PAYMENT, Role.WAREHOUSE, Role.POS),
    MARKETPLACE(Role.COMMERCE, Role.MARKETPLACE, Role.PAYMENT, Role.WAREHOUSE),
    POS(Role.COMMERCE, Role.POS, Role.PAYMENT),
    WAREHOUSE(Role.WAREHOUSE),
    CARRIER(Role.WAREHOUSE),
    ERP(Role.ERP),
    PAYMENT(Role.PAYMENT),
    TAX(Role.TAX_ENGINE),
    SUPPORT(Role.SUPPORT);

    private final Set<Role> states;

    SystemRole(Role first, Role... more) {
        this.states = Set.copyOf(EnumSet.of(first, more));
    }

    /** Tells whether a system of this role may state facts in a fact's role. */
    public boolean states(Role role) {
        return states.contains(role);
    }
}
