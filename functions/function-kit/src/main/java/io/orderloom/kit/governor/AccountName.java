package io.orderloom.kit.governor;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.exception.OrderException;

/**
 * An account of ours at another system.
 *
 * @param system as its item is named, for example {@code odoo} or {@code shopify/demo-shop}
 * @param trouble of which type its exceptions are: what waits for it
 * @param owner who can change its key
 */
record AccountName(String system, OrderException.Type trouble, OrderException.Owner owner) {

    static AccountName erp(String name) {
        return new AccountName(name, OrderException.Type.ERP, OrderException.Owner.ERP_TEAM);
    }

    static AccountName shop(ChannelSettings channel) {
        return new AccountName(
                channel.platform() + "/" + channel.instance(),
                OrderException.Type.REFUND,
                OrderException.Owner.INTEGRATION_TEAM);
    }

    @Override
    public String toString() {
        return system;
    }
}
