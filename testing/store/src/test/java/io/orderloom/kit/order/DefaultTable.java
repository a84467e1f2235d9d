package io.orderloom.kit.order;

import org.eclipse.microprofile.config.ConfigProvider;

/** The name of the table, unless a deployment sets another. */
public final class DefaultTable {
    private DefaultTable() {}

    public static TableName name() {
        return new TableName(ConfigProvider.getConfig());
    }
}
