package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.kit.config.Queues;
import io.orderloom.kit.health.Health;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Takes a batch apart. Groups run beside each other and each in order; outputs of the whole batch
 * are sent together; a message is acknowledged only after its outputs were taken. After one that is
 * not done, the rest of its group is handed out again untouched.
 */
@ApplicationScoped
public class QueueConsumer {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    /** The longest that SQS hides a message (Amazon SQS API Reference). */
    private static final Duration LONGEST = Duration.ofHours(12);

    private final SqsClient sqs;
    private final Queues queues;
    private final Outbox outbox;
    private final Health health;
    private final Metrics metrics;
    private final GroupThreads threads;

    QueueConsumer(
            SqsClient sqs,
            Queues queues,
            Outbox outbox,
            Health health,
            Metrics metrics,
            GroupThreads threads) {
        this.sqs = sqs;
        this.queues = queues;
        this.outbox = outbox;
        this.health = health;
        this.metrics = metrics;
        this.threads = threads;
    }

    /**
     * @param source the queue that the batch came from
     * @param handler handles one message; may throw, which leaves the message to be handed out
     *     again after the visibility time-out
     */
    public QueueAnswer consume(
            Queue source, QueueEvent event, Function<QueueRecord, Handled> handler) {
        if (event.health() != null) {
            return QueueAnswer.of(health.report());
        }
        try {
            return consume(source, event.records(), handler);
        } finally {
            metrics.flush();
        }
    }

    private QueueAnswer consume(
            Queue source, List<QueueRecord> records, Function<QueueRecord, Handled> handler) {
        var results = handle(groups(records), handler);
        var unsent = outbox.send(results.stream().flatMap(Result::outgoing).toList());
        var failed = new LinkedHashSet<String>();
        for (var result : results) {
            if (!result.done()
                    || result.messages().stream().anyMatch(m -> unsent.contains(m.id()))) {
                failed.add(result.record().messageId());
            }
        }
        results.forEach(result -> postpone(source, result));
        return QueueAnswer.failed(List.copyOf(failed));
    }

    private static Map<String, List<QueueRecord>> groups(List<QueueRecord> records) {
        return records.stream()
                .collect(
                        Collectors.groupingBy(
                                QueueRecord::group, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Result> handle(
            Map<String, List<QueueRecord>> groups, Function<QueueRecord, Handled> handler) {
        if (groups.size() == 1) {
            return inOrder(groups.values().iterator().next(), handler);
        }
        try {
            var tasks = groups.values().stream().map(group -> task(group, handler)).toList();
            var results = new ArrayList<Result>();
            for (var group : threads.runAll(tasks)) {
                results.addAll(group.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("ended while handling a batch", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Callable<List<Result>> task(
            List<QueueRecord> group, Function<QueueRecord, Handled> handler) {
        return () -> inOrder(group, handler);
    }

    private List<Result> inOrder(List<QueueRecord> group, Function<QueueRecord, Handled> handler) {
        var results = new ArrayList<Result>();
        var blockedBy = Optional.<Result>empty();
        for (var record : group) {
            var result = blockedBy.map(b -> b.behind(record)).orElseGet(() -> one(record, handler));
            if (!result.done()) {
                blockedBy = Optional.of(result);
            }
            results.add(result);
        }
        return results;
    }

    private Result one(QueueRecord record, Function<QueueRecord, Handled> handler) {
        try (var _ = LogContext.of(record.trail())) {
            return handle(record, handler);
        }
    }

    private Result handle(QueueRecord record, Function<QueueRecord, Handled> handler) {
        try {
            return switch (handler.apply(record)) {
                case Handled.Done(var messages) -> Result.done(record, messages);
                case Handled.Later(var delay, var why) -> {
                    LOG.infof(
                            "message %s waits %d s: %s",
                            record.messageId(), delay.toSeconds(), why);
                    yield Result.later(record, delay);
                }
            };
        } catch (RuntimeException bug) {
            metrics.failed();
            LOG.errorf(
                    bug,
                    "message %s, handed out %d times, failed",
                    record.messageId(),
                    record.receiveCount());
            return Result.untouched(record);
        }
    }

    private void postpone(Queue source, Result result) {
        if (result.delay().isEmpty()) {
            return;
        }
        var delay = result.delay().get();
        int seconds = (int) Math.clamp(delay.toSeconds(), 0, LONGEST.toSeconds());
        try {
            sqs.changeMessageVisibility(r ->
                    r.queueUrl(queues.url(source))
                            .receiptHandle(result.record().receiptHandle())
                            .visibilityTimeout(seconds));
        } catch (SdkException tooLate) {
            try (var _ = LogContext.of(result.record().trail())) {
                LOG.warnf(
                        "message %s comes back by itself: %s",
                        result.record().messageId(), tooLate.getMessage());
            }
        }
    }

    private record Result(
            QueueRecord record, boolean done, List<Message> messages, Optional<Duration> delay) {

        Stream<Outgoing> outgoing() {
            var trail = record.trail();
            return messages.stream().map(message -> new Outgoing(message, trail));
        }

        /** The next of the group waits as long as this one. */
        Result behind(QueueRecord next) {
            return new Result(next, false, List.of(), delay);
        }

        static Result done(QueueRecord record, List<Message> messages) {
            return new Result(record, true, messages, Optional.empty());
        }

        static Result later(QueueRecord record, Duration delay) {
            return new Result(record, false, List.of(), Optional.of(delay));
        }

        static Result untouched(QueueRecord record) {
            return new Result(record, false, List.of(), Optional.empty());
        }
    }
}
