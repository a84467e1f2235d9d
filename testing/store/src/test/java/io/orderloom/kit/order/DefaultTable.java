package io.orderloom.kit.order;

import io.orderloom.simulation.lambda.MappedSettings;

/** The store's settings, and the name of its table, unless a deployment sets others. */
public final class DefaultTable {
    public static final StoreSettings SETTINGS = MappedSettings.defaults(StoreSettings.class);

    private DefaultTable() {}

    public static TableName name() {
        return new TableName(SETTINGS);
    }
}
