package io.orderloom.order;

import java.util.Optional;

/**
 * The retailer's own name for whose order it is. All of it is optional: a deployment may serve one
 * shop of one company.
 *
 * @param tenant the customer of the deployment; orders of two tenants have nothing to do with each
 *     other
 * @param brand under which the goods are sold
 * @param legalEntity the company that sells, in whose books the order is posted
 */
public record Tenancy(
        Optional<String> tenant, Optional<String> brand, Optional<String> legalEntity) {
    public static final Tenancy NONE =
            new Tenancy(Optional.empty(), Optional.empty(), Optional.empty());
}
