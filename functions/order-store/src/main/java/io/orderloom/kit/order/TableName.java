package io.orderloom.kit.order;

import jakarta.enterprise.context.ApplicationScoped;

/** The name of the table that holds the orders. */
@ApplicationScoped
public class TableName {
    private final StoreSettings settings;

    TableName(StoreSettings settings) {
        this.settings = settings;
    }

    public String value() {
        return settings.table();
    }
}
