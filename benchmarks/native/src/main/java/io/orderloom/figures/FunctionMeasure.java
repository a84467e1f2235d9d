package io.orderloom.figures;

/** The values that are measured for each function. Smaller is better. */
enum FunctionMeasure {
    PACKAGE("function.zip", "MB", 1),
    START("start to the first poll", "ms", 0),
    IDLE_MEMORY("resident memory at the first poll", "MB", 0),
    IDLE_OWN_MEMORY("… of that anonymous, shared with nothing", "MB", 0),
    WARM_MEMORY("resident memory after the orders", "MB", 0),
    WARM_CALL("warm invocation, median", "ms", 1),
    WARM_CALL_SLOW("warm invocation, 99th percentile", "ms", 1),
    CPU("CPU of a warm invocation", "ms", 1);

    private final String title;
    private final String unit;
    private final int decimals;

    FunctionMeasure(String title, String unit, int decimals) {
        this.title = title;
        this.unit = unit;
        this.decimals = decimals;
    }

    String title() {
        return "%s, %s".formatted(title, unit);
    }

    String format(double value) {
        return ("%." + decimals + "f").formatted(value);
    }
}
