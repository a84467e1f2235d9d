package io.orderloom.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests and units of an order at SQS and DynamoDB, which do not depend on the speed of the
 * machine.
 *
 * @param requests to both, the event sources' included
 * @param writeUnits of DynamoDB
 * @param readUnits of DynamoDB
 */
record CostFigure(BigDecimal requests, BigDecimal writeUnits, BigDecimal readUnits) {
    private static final BigDecimal MOST = new BigDecimal("1.05");

    CostFigure {
        requests = requests.setScale(2, RoundingMode.HALF_UP);
        writeUnits = writeUnits.setScale(2, RoundingMode.HALF_UP);
        readUnits = readUnits.setScale(2, RoundingMode.HALF_UP);
    }

    /** The values that are more than a twentieth above the committed figure. */
    List<String> growth(CostFigure committed) {
        var grown = new ArrayList<String>();
        compare(grown, "requests", committed.requests, requests);
        compare(grown, "write units", committed.writeUnits, writeUnits);
        compare(grown, "read units", committed.readUnits, readUnits);
        return List.copyOf(grown);
    }

    /**
     * The smaller values of two measurements of the same scenario, since chance only adds requests.
     */
    CostFigure least(CostFigure other) {
        return new CostFigure(
                requests.min(other.requests),
                writeUnits.min(other.writeUnits),
                readUnits.min(other.readUnits));
    }

    private static void compare(
            List<String> grown, String what, BigDecimal committed, BigDecimal now) {
        if (now.compareTo(committed.multiply(MOST)) > 0) {
            grown.add("%s %s, committed were %s".formatted(what, now, committed));
        }
    }
}
