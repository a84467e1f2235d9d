package io.orderloom.kit.governor;

import io.orderloom.exception.OrderException;
import io.orderloom.source.SourceInstance;

/**
 * One of our accounts at another system.
 *
 * @param system the name in its item, for example {@code odoo} or {@code shopify/demo-shop}
 * @param trouble the type of its exceptions, which depends on the work that waits for it
 * @param owner the role that can replace its key
 */
record AccountName(String system, OrderException.Type trouble, OrderException.Owner owner) {

    static AccountName erp(String name) {
        return new AccountName(name, OrderException.Type.ERP, OrderException.Owner.ERP_TEAM);
    }

    static AccountName shop(SourceInstance channel) {
        return new AccountName(
                channel.connector() + "/" + channel.name(),
                OrderException.Type.REFUND,
                OrderException.Owner.INTEGRATION_TEAM);
    }

    @Override
    public String toString() {
        return system;
    }
}
