package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.Config;

/** The name of the table that holds the orders. */
@ApplicationScoped
public class TableName {
    private final Config config;

    TableName(Config config) {
        this.config = config;
    }

    public String value() {
        return config.getOptionalValue(Table.NAME_VARIABLE, String.class).orElse(Table.NAME);
    }
}
