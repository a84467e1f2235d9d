package io.orderloom.connector.webhook;

import io.orderloom.fault.Fault;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Interprets a subscriber's HTTP status. Pure; after Standard Webhooks and RFC 9110. */
final class Answers {
    /** The wait after a 429 that does not say how long to wait. */
    static final Duration UNSTATED_WAIT = Duration.ofMinutes(1);

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    private Answers() {}

    static DeliveryAnswer of(WebhookClient.Reply reply, String subscriber, Instant now) {
        int status = reply.status();
        if (status >= 200 && status < 300) {
            return new Delivered();
        }
        var detail = "%s answered %d".formatted(subscriber, status);
        var wait = reply.retryAfter().flatMap(text -> wait(text, now));
        var busy = new Fault.Transient(detail);
        return new Failed(
                switch (status) {
                    case 410 -> new Fault.Rejected("gone", subscriber, detail);
                    case 429 -> new Fault.RateLimited(wait.orElse(UNSTATED_WAIT), detail);
                    case 503 -> wait.<Fault>map(w -> new Fault.RateLimited(w, detail)).orElse(busy);
                    case 408 -> busy;
                    // A redirect is rejected too: following it would send a signed event to an
                    // unknown party.
                    default ->
                            status >= 500
                                    ? busy
                                    : new Fault.Rejected("http_" + status, subscriber, detail);
                });
    }

    /** Retry-After is a number of seconds or a date; a date in the past means the shortest wait. */
    private static Optional<Duration> wait(String retryAfter, Instant now) {
        return seconds(retryAfter)
                .or(() -> until(retryAfter, now))
                .map(wait -> wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait);
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                : Optional.empty();
    }

    private static Optional<Duration> until(String text, Instant now) {
        try {
            var date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(Duration.between(now, date.toInstant()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
