package io.orderloom.connectors;

/**
 * A port that a connector implements.
 *
 * @param connector the name of its module
 * @param port the column of the page
 */
record Offer(String connector, String port) {
    private static final String CONNECTORS = "io.orderloom.connector.";

    /** The connector is known by the package of the bean, which is named as its module. */
    static Offer of(Object bean, String port) {
        var name = bean.getClass().getPackageName();
        if (!name.startsWith(CONNECTORS)) {
            throw new IllegalArgumentException(
                    "package %s is not below %s, where connectors are".formatted(name, CONNECTORS));
        }
        return new Offer(name.substring(CONNECTORS.length()).split("\\.")[0], port);
    }
}
