package io.orderloom.kit.order;

import io.orderloom.topology.Table;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the order store. */
@ConfigMapping(prefix = "orderloom")
public interface StoreSettings {
    /** The name of the table that holds the orders. */
    @WithDefault(Table.NAME)
    String table();

    /** How long payloads and dead letters are kept. */
    @WithDefault("90d")
    Duration keepRaw();
}
