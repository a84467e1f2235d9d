package io.orderloom.bench;

import java.util.OptionalDouble;

/**
 * Looks for the highest rate that is sustained: upwards in steps, then once between the last rate
 * that was sustained and the first that was not. Pure.
 *
 * @param rate the one to try next
 * @param low the highest that was sustained
 * @param high the lowest that was not
 */
record RateSearch(double rate, OptionalDouble low, OptionalDouble high) {
    private static final double UP = 1.25;
    private static final double DOWN = 0.7;

    /** The ratio of high to low at which the search ends, which halving one step reaches. */
    private static final double NEAR_ENOUGH = 1.13;

    private static final double HOPELESS = 1;

    static RateSearch from(double rate) {
        return new RateSearch(rate, OptionalDouble.empty(), OptionalDouble.empty());
    }

    RateSearch after(boolean sustained) {
        return sustained
                ? toward(OptionalDouble.of(rate), high)
                : toward(low, OptionalDouble.of(rate));
    }

    boolean over() {
        return rate < HOPELESS
                || (low.isPresent()
                        && high.isPresent()
                        && high.getAsDouble() / low.getAsDouble() <= NEAR_ENOUGH);
    }

    private static RateSearch toward(OptionalDouble low, OptionalDouble high) {
        if (high.isEmpty()) {
            return new RateSearch(low.orElseThrow() * UP, low, high);
        }
        if (low.isEmpty()) {
            return new RateSearch(high.getAsDouble() * DOWN, low, high);
        }
        return new RateSearch(Math.sqrt(low.getAsDouble() * high.getAsDouble()), low, high);
    }
}
