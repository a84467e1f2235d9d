package io.orderloom.maintenance.log;

import io.orderloom.core.Message;
import io.orderloom.exception.Exceptions;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.CheckedLog;
import io.orderloom.kit.order.LogVerification;
import io.orderloom.kit.order.LogVerification.Place;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.queue.LogPlace;
import io.orderloom.kit.queue.Outbox;
import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.OrderId;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The nightly check of all orders' logs, one page a call. The caller stores the heads. This
 * function must not be able to store them, because it also writes the logs.
 */
@ApplicationScoped
public class LogWatch {
    private static final Logger LOG = Logger.getLogger(LogWatch.class);

    /** Half of the function's time limit, since the last order's log may be long. */
    private static final Duration LONGEST_PAGE = Duration.ofSeconds(15);

    /**
     * A state machine passes at most 256 KiB between two steps, and escapes each quotation mark.
     */
    private static final int LARGEST_PAGE = 150_000;

    private final LogVerification logs;
    private final Orders orders;
    private final Outbox outbox;
    private final Metrics metrics;
    private final InstantSource clock;

    LogWatch(
            DynamoDbClient dynamo,
            TableName table,
            Orders orders,
            Outbox outbox,
            Metrics metrics,
            InstantSource clock) {
        this.logs = new LogVerification(dynamo, table.value());
        this.orders = orders;
        this.outbox = outbox;
        this.metrics = metrics;
        this.clock = clock;
    }

    public QueueAnswer look(LogPlace place) {
        var began = clock.instant();
        var trail =
                new MessageContext(
                        "logs-%s-%d".formatted(began, place.page()),
                        Optional.of(began),
                        Optional.empty());
        try (var _ = LogContext.of(trail)) {
            var page = new Page(began, trail);
            var last = logs.from(place(place), page::add);
            page.tell();
            LOG.infof("logs: %d logs on page %d are unchanged", page.whole, place.page());
            return QueueAnswer.of(
                    new QueueAnswer.Logs(
                            page.heads.toString(),
                            place.page(),
                            last.map(item -> next(item, place)).orElse(null)));
        } finally {
            metrics.flush();
        }
    }

    private static LogPlace next(Place item, LogPlace place) {
        return new LogPlace(item.partition(), item.sort(), place.page() + 1);
    }

    private static Optional<Place> place(LogPlace place) {
        return Optional.ofNullable(place.partition())
                .flatMap(partition ->
                        Optional.ofNullable(place.sort()).map(sort -> new Place(partition, sort)));
    }

    /** The results gathered for one page. */
    private final class Page {
        private final Instant began;
        private final MessageContext trail;
        private final StringBuilder heads = new StringBuilder();
        private final List<Message> news = new ArrayList<>();
        private int whole;

        Page(Instant began, MessageContext trail) {
            this.began = began;
            this.trail = trail;
        }

        /** Adds an order's head, unless its log was changed: then the head is not worth keeping. */
        boolean add(CheckedLog log) {
            if (log.tampered().isEmpty()) {
                whole++;
                log.head().ifPresent(head -> heads.append(Json.text(head)).append('\n'));
            } else {
                log.tampered().forEach(item -> name(log.order(), item));
            }
            return heads.length() < LARGEST_PAGE
                    && Duration.between(began, clock.instant()).compareTo(LONGEST_PAGE) < 0;
        }

        private void name(String order, CheckedLog.Tampered item) {
            LOG.errorf("the log of %s was changed: item %s: %s", order, item.item(), item.what());
            metrics.count(Metric.LOGS_TAMPERED);
            var exception =
                    Exceptions.tamperedLog(
                            order, item.item(), item.what(), began, trail.correlationId());
            news.addAll(orders.refused(OrderId.parse(order), exception));
        }

        /**
         * Sends the events about exceptions. If they can't be sent, the page is requested again;
         * the exceptions are open by then.
         */
        void tell() {
            var unsent = outbox.send(trail, news);
            if (!unsent.isEmpty()) {
                throw new IllegalStateException(
                        "logs: %d messages about changed logs could not be sent; the page is checked again"
                                .formatted(unsent.size()));
            }
        }
    }
}
