package io.orderloom.kit.order;

import org.eclipse.microprofile.config.ConfigProvider;

/** The table's name where no deployment names another. */
public final class DefaultTable {
    private DefaultTable() {}

    public static TableName name() {
        return new TableName(ConfigProvider.getConfig());
    }
}
