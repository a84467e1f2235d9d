package io.orderloom.cdk;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.logs.RetentionDays;

/** The retention of logs: CloudWatch Logs accepts only some numbers of days. */
final class Retention {
    private static final Map<Integer, RetentionDays> KNOWN =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry(1, RetentionDays.ONE_DAY),
                            Map.entry(3, RetentionDays.THREE_DAYS),
                            Map.entry(5, RetentionDays.FIVE_DAYS),
                            Map.entry(7, RetentionDays.ONE_WEEK),
                            Map.entry(14, RetentionDays.TWO_WEEKS),
                            Map.entry(30, RetentionDays.ONE_MONTH),
                            Map.entry(60, RetentionDays.TWO_MONTHS),
                            Map.entry(90, RetentionDays.THREE_MONTHS),
                            Map.entry(180, RetentionDays.SIX_MONTHS),
                            Map.entry(365, RetentionDays.ONE_YEAR)));

    private Retention() {}

    /**
     * @param parameter the name of the parameter that holds the number
     */
    static RetentionDays days(String parameter, int days) {
        var known = KNOWN.get(days);
        if (known == null) {
            throw new IllegalArgumentException(
                    "parameter %s: %d is not one of %s".formatted(parameter, days, KNOWN.keySet()));
        }
        return known;
    }
}
