package io.orderloom.kit.queue;

import io.orderloom.core.Message;
import io.orderloom.governor.FairQueue;
import io.orderloom.kit.config.OutOfForce;
import io.orderloom.kit.health.Health;
import io.orderloom.kit.json.NewerVersion;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.telemetry.LogContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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

/**
 * Handles a batch. Groups run in parallel, and each in its order. Messages that result from the
 * batch are sent together, and a message is acknowledged only after its own were taken. After a
 * message that was not handled, the rest of its group is delivered again untouched.
 */
@ApplicationScoped
public class QueueConsumer {
    private static final Logger LOG = Logger.getLogger(QueueConsumer.class);

    /**
     * The delay between two attempts to read a message that a newer version wrote. With 25
     * receives, the fewest that any queue allows before it gives a message up ({@code inbound}),
     * that is four hours.
     */
    private static final Duration UNTIL_ROLLED_FORWARD = Duration.ofMinutes(10);

    /** As often as secrets are read, for settings that somebody has to fix. */
    private static final Duration FIRST_AFTER_SETTINGS = Duration.ofMinutes(5);

    private static final Duration LONGEST_AFTER_SETTINGS = Duration.ofHours(1);

    private static final Duration FIRST_AFTER_FAILURE = Duration.ofSeconds(30);

    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(5);

    private final Visibility visibility;
    private final Outbox outbox;
    private final Health health;
    private final Metrics metrics;
    private final GroupThreads threads;

    QueueConsumer(
            Visibility visibility,
            Outbox outbox,
            Health health,
            Metrics metrics,
            GroupThreads threads) {
        this.visibility = visibility;
        this.outbox = outbox;
        this.health = health;
        this.metrics = metrics;
        this.threads = threads;
    }

    /**
     * @param source the queue that the batch came from
     * @param handler handles one message; may throw, and then the message is delivered again after
     *     the visibility time-out
     */
    public QueueAnswer consume(
            Queue source, QueueEvent event, Function<QueueRecord, Handled> handler) {
        return consume(source, event, Gate.OPEN, handler);
    }

    /**
     * @param gate the gate for messages that need something scarce
     */
    public QueueAnswer consume(
            Queue source, QueueEvent event, Gate gate, Function<QueueRecord, Handled> handler) {
        if (event.health() != null) {
            return QueueAnswer.of(health.report());
        }
        try {
            return consume(source, event.records(), gate, handler);
        } finally {
            metrics.flush();
        }
    }

    /**
     * Handles a batch of dead letters. One that was not handled comes back after the time-out of
     * its own queue, which gives up nothing and needs no permission to postpone.
     *
     * @param source the queue that gave the messages up
     */
    public QueueAnswer drain(
            Queue source, QueueEvent event, Function<QueueRecord, Handled> handler) {
        try {
            return answer(
                    handle(
                            groups(event.records()),
                            Gate.OPEN,
                            record -> one(source, record, handler)));
        } finally {
            metrics.flush();
        }
    }

    private QueueAnswer consume(
            Queue source,
            List<QueueRecord> records,
            Gate gate,
            Function<QueueRecord, Handled> handler) {
        var results = handle(groups(records), gate, record -> one(source, record, handler));
        var answer = answer(results);
        visibility.hide(source, results.stream().flatMap(Result::hidden).toList());
        return answer;
    }

    /**
     * Sends the messages that result, and names the messages whose own results were not accepted or
     * not made.
     */
    private QueueAnswer answer(List<Result> results) {
        var unsent = outbox.send(results.stream().flatMap(Result::outgoing).toList());
        var failed = new LinkedHashSet<String>();
        for (var result : results) {
            if (!result.done()
                    || result.messages().stream().anyMatch(m -> unsent.contains(m.id()))) {
                failed.add(result.record().messageId());
            }
        }
        return QueueAnswer.failed(List.copyOf(failed));
    }

    private static Map<String, List<QueueRecord>> groups(List<QueueRecord> records) {
        return records.stream()
                .collect(
                        Collectors.groupingBy(
                                QueueRecord::group, LinkedHashMap::new, Collectors.toList()));
    }

    private List<Result> handle(
            Map<String, List<QueueRecord>> groups, Gate gate, Function<QueueRecord, Result> one) {
        var guarded =
                groups.values().stream()
                        .filter(group -> group.stream().anyMatch(gate::guards))
                        .toList();
        var tasks = new ArrayList<Callable<List<Result>>>();
        groups.values().stream()
                .filter(group -> !guarded.contains(group))
                .forEach(group -> tasks.add(() -> inOrder(group, one)));
        return guarded.isEmpty() ? together(tasks) : through(gate, guarded, tasks, one);
    }

    /**
     * Runs guarded groups in as many lanes as the gate of their account allows. If it allows none,
     * it sets how long each message waits.
     */
    private List<Result> through(
            Gate gate,
            List<List<QueueRecord>> guarded,
            List<Callable<List<Result>>> tasks,
            Function<QueueRecord, Result> one) {
        var accounts =
                guarded.stream()
                        .collect(
                                Collectors.groupingBy(
                                        group -> gate.account(group.getFirst()),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        var passages = new ArrayList<Passage>();
        try {
            accounts.forEach(
                    (account, groups) -> passages.add(Passage.of(gate, account, groups, one)));
            passages.forEach(passage -> tasks.addAll(passage.lanes()));
            var results = new ArrayList<>(together(tasks));
            passages.stream()
                    .filter(passage -> passage.permit().lanes() == 0)
                    .forEach(passage -> results.addAll(passage.lane()));
            return results;
        } finally {
            passages.forEach(passage -> passage.permit().close());
        }
    }

    /** The groups of one account, which pass its gate. */
    private record Passage(
            Gate.Permit permit,
            int groups,
            FairQueue<List<QueueRecord>> turns,
            Function<QueueRecord, Result> held) {

        static Passage of(
                Gate gate,
                String account,
                List<List<QueueRecord>> groups,
                Function<QueueRecord, Result> one) {
            var permit = gate.open(account, groups.size());
            var turns = new FairQueue<List<QueueRecord>>();
            groups.forEach(group -> turns.add(gate.channel(group.getFirst()), group));
            return new Passage(
                    permit,
                    groups.size(),
                    turns,
                    record ->
                            permit.hold(record)
                                    .map(delay -> Result.later(record, delay))
                                    .orElseGet(() -> one.apply(record)));
        }

        List<Callable<List<Result>>> lanes() {
            return Collections.nCopies(Math.min(permit.lanes(), groups), this::lane);
        }

        List<Result> lane() {
            var results = new ArrayList<Result>();
            for (var turn = turns.next(); turn.isPresent(); turn = turns.next()) {
                results.addAll(inOrder(turn.get().work(), held));
                turns.done(turn.get());
            }
            return results;
        }
    }

    private List<Result> together(List<Callable<List<Result>>> tasks) {
        try {
            if (tasks.size() == 1) {
                return tasks.getFirst().call();
            }
            var results = new ArrayList<Result>();
            for (var group : threads.runAll(tasks)) {
                results.addAll(group.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while handling a batch", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static List<Result> inOrder(
            List<QueueRecord> group, Function<QueueRecord, Result> one) {
        var results = new ArrayList<Result>();
        var blockedBy = Optional.<Result>empty();
        for (var record : group) {
            var result = blockedBy.map(b -> b.behind(record)).orElseGet(() -> one.apply(record));
            if (!result.done()) {
                blockedBy = Optional.of(result);
            }
            results.add(result);
        }
        return results;
    }

    private Result one(Queue source, QueueRecord record, Function<QueueRecord, Handled> handler) {
        try (var _ = LogContext.of(record.trail())) {
            return handle(source, record, handler);
        }
    }

    private Result handle(
            Queue source, QueueRecord record, Function<QueueRecord, Handled> handler) {
        try {
            return switch (handler.apply(record)) {
                case Handled.Done(var messages) -> Result.done(record, messages);
                case Handled.Postponed(var delay, var why) -> {
                    LOG.infof(
                            "message %s waits %d s: %s",
                            record.messageId(), delay.toSeconds(), why);
                    yield Result.later(record, delay);
                }
            };
        } catch (NewerVersion newer) {
            metrics.failed();
            LOG.errorf(
                    "message %s, handed out %d times, waits for a newer version: %s",
                    record.messageId(), record.receiveCount(), newer.getMessage());
            return Result.later(record, UNTIL_ROLLED_FORWARD);
        } catch (OutOfForce settings) {
            LOG.errorf(
                    "message %s, handed out %d times, waits for settings: %s",
                    record.messageId(), record.receiveCount(), settings.getMessage());
            return Result.later(record, sinceSettings(source, record.receiveCount()));
        } catch (RuntimeException bug) {
            metrics.failed();
            LOG.errorf(
                    bug,
                    "message %s, handed out %d times, failed",
                    record.messageId(),
                    record.receiveCount());
            return Result.later(record, sinceFailures(record.receiveCount()));
        }
    }

    /**
     * The delay grows with each attempt. With 25 receives, the fewest that any queue allows ({@code
     * inbound}), they take two hours.
     */
    private static Duration sinceFailures(int receives) {
        return doubled(FIRST_AFTER_FAILURE, LONGEST_AFTER_FAILURE, receives);
    }

    /**
     * The delay grows with each attempt, but all of them together take at most half the time after
     * which the queue deletes a message, so that it becomes a dead letter instead.
     */
    private static Duration sinceSettings(Queue source, int receives) {
        var latest = source.retention().dividedBy(2L * source.maxReceiveCount());
        return doubled(
                FIRST_AFTER_SETTINGS,
                latest.compareTo(LONGEST_AFTER_SETTINGS) < 0 ? latest : LONGEST_AFTER_SETTINGS,
                receives);
    }

    private static Duration doubled(Duration first, Duration longest, int receives) {
        var delay = first.multipliedBy(1L << Math.clamp(receives - 1L, 0, 10));
        return delay.compareTo(longest) < 0 ? delay : longest;
    }

    private record Result(
            QueueRecord record, boolean done, List<Message> messages, Optional<Duration> delay) {

        Stream<Outgoing> outgoing() {
            var trail = record.trail();
            return messages.stream().map(message -> new Outgoing(message, trail));
        }

        Stream<Visibility.Hidden> hidden() {
            return delay.stream().map(wait -> new Visibility.Hidden(record, wait));
        }

        /** The next message of the group waits as long as this one. */
        Result behind(QueueRecord next) {
            return new Result(next, false, List.of(), delay);
        }

        static Result done(QueueRecord record, List<Message> messages) {
            return new Result(record, true, messages, Optional.empty());
        }

        static Result later(QueueRecord record, Duration delay) {
            return new Result(record, false, List.of(), Optional.of(delay));
        }
    }
}
