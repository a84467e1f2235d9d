package io.orderloom.fault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Retry-After}: seconds or a date (RFC 9110, 10.2.3). {@code FaultPolicy}
 * and the account's circuit decide how far to follow it; here it is only limited to a range that
 * can be computed with.
 */
public final class RetryAfter {
    private static final Duration MOST = Duration.ofDays(365);
    private static final int LONGEST = 40;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,20}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /**
     * @return empty if the header can't be read; never negative
     */
    public static Optional<Duration> of(String header, Instant now) {
        var text = header.strip();
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return SECONDS.matcher(text).matches()
                ? Optional.of(seconds(new BigDecimal(text)))
                : until(text, now);
    }

    private static Duration seconds(BigDecimal seconds) {
        var whole = seconds.setScale(0, RoundingMode.CEILING);
        return Duration.ofSeconds(whole.min(BigDecimal.valueOf(MOST.toSeconds())).longValueExact());
    }

    private static Optional<Duration> until(String date, Instant now) {
        try {
            var at = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            var left = Duration.between(now, at);
            if (left.isNegative()) {
                return Optional.of(Duration.ZERO);
            }
            return Optional.of(left.compareTo(MOST) > 0 ? MOST : left);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
