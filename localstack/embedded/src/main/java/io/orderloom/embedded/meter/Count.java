package io.orderloom.embedded.meter;

import java.math.BigDecimal;

/**
 * @param bytesOut bodies of requests
 * @param bytesIn bodies of answers
 * @param writeUnits as AWS bills them; a transaction counts double
 * @param readUnits as AWS bills them
 */
public record Count(
        long requests, long bytesOut, long bytesIn, BigDecimal writeUnits, BigDecimal readUnits) {

    public static final Count NONE = new Count(0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    public Count plus(Count other) {
        return new Count(
                requests + other.requests,
                bytesOut + other.bytesOut,
                bytesIn + other.bytesIn,
                writeUnits.add(other.writeUnits),
                readUnits.add(other.readUnits));
    }

    /** The difference from {@code earlier}. */
    public Count since(Count earlier) {
        return new Count(
                requests - earlier.requests,
                bytesOut - earlier.bytesOut,
                bytesIn - earlier.bytesIn,
                writeUnits.subtract(earlier.writeUnits),
                readUnits.subtract(earlier.readUnits));
    }
}
