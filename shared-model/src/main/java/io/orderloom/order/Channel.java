package io.orderloom.order;

import java.util.Optional;

/**
 * The place where an order was captured.
 *
 * @param platform the vendor's name in lower case, for example {@code shopify}
 * @param instance the configured name of the shop or account
 * @param tenant whose order it is, where the deployment serves several
 * @param brand under which the goods are sold
 * @param legalEntity the company that sells, in whose books the order is posted
 */
public record Channel(
        Type type,
        String platform,
        String instance,
        Optional<String> location,
        Optional<String> register,
        Optional<String> staff,
        Optional<String> tenant,
        Optional<String> brand,
        Optional<String> legalEntity) {

    /** The channel of a deployment that serves one company alone. */
    public Channel(
            Type type,
            String platform,
            String instance,
            Optional<String> location,
            Optional<String> register,
            Optional<String> staff) {
        this(
                type,
                platform,
                instance,
                location,
                register,
                staff,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same channel with another tenancy. */
    public Channel of(Tenancy tenancy) {
        return new Channel(
                type,
                platform,
                instance,
                location,
                register,
                staff,
                tenancy.tenant(),
                tenancy.brand(),
                tenancy.legalEntity());
    }

    public enum Type {
        ECOMMERCE,
        MARKETPLACE,
        POS,
        CALL_CENTER,
        B2B_PORTAL,
        EDI
    }
}
