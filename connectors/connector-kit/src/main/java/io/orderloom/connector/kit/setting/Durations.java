package io.orderloom.connector.kit.setting;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them in settings. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d|)");

    private Durations() {}

    static Optional<Duration> of(String text) {
        var matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return iso(text);
        }
        var unit =
                switch (matcher.group(2)) {
                    case "ms" -> ChronoUnit.MILLIS;
                    case "m" -> ChronoUnit.MINUTES;
                    case "h" -> ChronoUnit.HOURS;
                    case "d" -> ChronoUnit.DAYS;
                    default -> ChronoUnit.SECONDS;
                };
        return Optional.of(Duration.of(Long.parseLong(matcher.group(1)), unit));
    }

    private static Optional<Duration> iso(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
