package io.orderloom.simulation.aws;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * One queue. Messages of a FIFO group come in order, and none of a group comes while an earlier one
 * of it is being received. On a standard queue each message is a group of its own.
 */
public final class SimulatedQueue {
    /** The time for which a FIFO queue drops repetitions (Amazon SQS Developer Guide). */
    private static final Duration DEDUPLICATION = Duration.ofMinutes(5);

    private final Settings settings;
    private final InstantSource clock;
    private final Optional<SimulatedQueue> deadLetters;
    private final Map<String, Group> groups = new HashMap<>();
    private final TreeSet<Group> byTime = new TreeSet<>();
    private final Map<String, QueuedMessage> byReceipt = new HashMap<>();
    private final LinkedHashMap<String, Recent> recent = new LinkedHashMap<>();
    private final Deque<QueuedMessage> ghosts = new ArrayDeque<>();
    private Runnable givenUp = () -> {};
    private long created;

    /**
     * @param deduplicates whether a FIFO queue drops repetitions; nothing may depend on it
     */
    public record Settings(
            String name,
            boolean fifo,
            Duration visibility,
            int maxReceiveCount,
            boolean deduplicates) {}

    /**
     * A message as it is sent.
     *
     * @param sameness the deduplication id, by which a FIFO queue recognizes repetitions
     * @param attributes the text of each attribute, by name
     */
    public record Sent(
            String body,
            Optional<String> group,
            Optional<String> sameness,
            Map<String, String> attributes) {}

    /** A message as it was received. */
    public record Received(
            String messageId, String receipt, Sent sent, Instant sentAt, int receives) {}

    /** A message that was accepted, kept so that repetitions of it can be recognized. */
    private record Recent(String messageId, Instant sentAt) {}

    public SimulatedQueue(
            Settings settings, InstantSource clock, Optional<SimulatedQueue> deadLetters) {
        this.settings = settings;
        this.clock = clock;
        this.deadLetters = deadLetters;
    }

    public Settings settings() {
        return settings;
    }

    public Optional<SimulatedQueue> deadLetters() {
        return deadLetters;
    }

    /** Registers a callback that runs whenever a message becomes a dead letter. */
    public void whenGivenUp(Runnable told) {
        givenUp = told;
    }

    /**
     * @param visibleAfter how long the message takes to become visible
     * @return the message's id
     */
    String send(Sent message, Duration visibleAfter) {
        var now = clock.instant();
        var id = settings.name() + "/" + created++;
        if (settings.deduplicates() && message.sameness().isPresent()) {
            while (!recent.isEmpty()
                    && !recent.firstEntry().getValue().sentAt().plus(DEDUPLICATION).isAfter(now)) {
                recent.pollFirstEntry();
            }
            var before = recent.putIfAbsent(message.sameness().get(), new Recent(id, now));
            if (before != null) {
                return before.messageId();
            }
        }
        add(new QueuedMessage(id, message, now, now.plus(visibleAfter), 0));
        return id;
    }

    private void add(QueuedMessage message) {
        var name = message.groupName();
        var group = groups.computeIfAbsent(name, _ -> new Group(name, created++));
        byTime.remove(group);
        group.messages.add(message);
        byTime.add(group);
    }

    public List<Received> receive(int most) {
        return receive(most, settings.visibility());
    }

    /**
     * @param visibility how long other receivers can't see what is received
     */
    List<Received> receive(int most, Duration visibility) {
        var now = clock.instant();
        var taken = new ArrayList<Received>();
        while (taken.size() < most && !ghosts.isEmpty()) {
            var ghost = ghosts.remove();
            taken.add(ghost.received(ghost.id() + "@ghost" + created++));
        }
        // Groups are put back at the end, so that one request returns no message twice, however
        // short the visibility is.
        var asked = new ArrayList<Group>();
        while (taken.size() < most && !byTime.isEmpty()) {
            var group = byTime.getFirst();
            if (group.freeAt().isAfter(now)) {
                break;
            }
            byTime.remove(group);
            take(group, most, visibility, taken);
            asked.add(group);
        }
        asked.forEach(this::put);
        return taken;
    }

    private void take(Group group, int most, Duration visibility, List<Received> taken) {
        var now = clock.instant();
        for (var messages = group.messages.iterator();
                messages.hasNext() && taken.size() < most; ) {
            var message = messages.next();
            if (deadLetters.isPresent() && message.receives() >= settings.maxReceiveCount()) {
                messages.remove();
                forget(message);
                deadLetters.get().add(message.moved(now));
                givenUp.run();
                continue;
            }
            forget(message);
            message.receivedUntil(now.plus(visibility));
            var receipt = message.id() + "@" + message.receives();
            message.receipt(receipt);
            byReceipt.put(receipt, message);
            taken.add(message.received(receipt));
        }
    }

    private void forget(QueuedMessage message) {
        message.receipt().ifPresent(byReceipt::remove);
    }

    /** Makes a message visible again while it is being processed, as SQS may do. */
    public void duplicate(Received message) {
        Optional.ofNullable(byReceipt.get(message.receipt())).ifPresent(ghosts::add);
    }

    /**
     * @return whether the message was there under this receipt
     */
    public boolean delete(String receipt) {
        var message = byReceipt.remove(receipt);
        if (message == null) {
            return false;
        }
        var group = groups.get(message.groupName());
        if (group != null) {
            byTime.remove(group);
            group.messages.remove(message);
            put(group);
        }
        return true;
    }

    /**
     * @return whether the message was being processed under this receipt
     */
    public boolean hide(String receipt, Duration time) {
        var message = byReceipt.get(receipt);
        if (message == null || !message.visibleAt().isAfter(clock.instant())) {
            return false;
        }
        var group = groups.get(message.groupName());
        if (group != null) {
            byTime.remove(group);
            message.visibleAt(clock.instant().plus(time));
            put(group);
        }
        return true;
    }

    /** Removes all messages, also those that are being processed. */
    public void purge() {
        groups.clear();
        byTime.clear();
        byReceipt.clear();
        ghosts.clear();
    }

    private void put(Group group) {
        if (group.messages.isEmpty()) {
            groups.remove(group.name);
        } else {
            byTime.add(group);
        }
    }

    /** The time when there is something to receive, or empty while the queue is empty. */
    public Optional<Instant> nextVisible() {
        if (!ghosts.isEmpty()) {
            return Optional.of(clock.instant());
        }
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.getFirst().freeAt());
    }

    public boolean isEmpty() {
        return groups.isEmpty() && ghosts.isEmpty();
    }

    public int size() {
        return groups.values().stream().mapToInt(group -> group.messages.size()).sum();
    }

    /** The bodies of all messages in the queue. */
    public List<String> bodies() {
        return groups.values().stream()
                .flatMap(group -> group.messages.stream())
                .map(message -> message.sent().body())
                .sorted()
                .toList();
    }
}
