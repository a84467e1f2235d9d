package io.orderloom.simulation.erp;

import io.orderloom.erp.ErpDocument.State;
import io.orderloom.money.Money;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The truth at the ERP: every document that was ever entered. */
public final class Books {
    private final InstantSource clock;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByReference = new LinkedHashMap<>();

    Books(InstantSource clock) {
        this.clock = clock;
    }

    /** Enters a document, whatever else bears the same reference. */
    Entry enter(String reference, Sold sold, Commit commit) {
        return enter(reference, sold, sold.total(), commit);
    }

    /** The same, of an ERP that adds up in a way of its own. */
    Entry enter(String reference, Sold sold, Money total, Commit commit) {
        var now = clock.instant();
        var id = Integer.toString(10_001 + byId.size());
        var entry =
                new Entry(
                        id,
                        reference,
                        sold,
                        total,
                        commit.whole() ? State.CONFIRMED : State.DRAFT,
                        now,
                        now.plus(commit.unseenFor()));
        byId.put(id, entry);
        idsByReference.computeIfAbsent(reference, _ -> new ArrayList<>()).add(id);
        return entry;
    }

    Entry get(String id) {
        return Objects.requireNonNull(byId.get(id), "no document " + id);
    }

    /** Completes what was entered by half; what is confirmed or cancelled stays so. */
    Entry confirm(String id) {
        var entry = get(id);
        return entry.state() == State.DRAFT ? keep(entry.with(State.CONFIRMED)) : entry;
    }

    Entry cancel(String id) {
        return keep(get(id).with(State.CANCELLED));
    }

    private Entry keep(Entry entry) {
        byId.put(entry.id(), entry);
        return entry;
    }

    /** By a unique key: at once, since the key's index is part of the transaction. */
    Optional<Entry> byKey(String reference) {
        return all(reference).stream().findFirst();
    }

    /** By the text of a reference, as far as searches show it by now. */
    List<Entry> visible(String reference) {
        var now = clock.instant();
        return all(reference).stream().filter(entry -> !entry.visibleAt().isAfter(now)).toList();
    }

    /** What was entered lately, as far as lists show it by now. */
    List<Entry> visibleSince(Duration back) {
        var now = clock.instant();
        return byId.values().stream()
                .filter(entry -> entry.enteredAt().isAfter(now.minus(back)))
                .filter(entry -> !entry.visibleAt().isAfter(now))
                .toList();
    }

    /** Everything that bears the reference, seen or not. */
    public List<Entry> all(String reference) {
        return Optional.ofNullable(idsByReference.get(reference)).orElseGet(List::of).stream()
                .map(this::get)
                .toList();
    }

    public List<Entry> all() {
        return List.copyOf(byId.values());
    }

    /**
     * How a write is committed.
     *
     * @param whole false leaves the document half done
     * @param unseenFor how long searches and lists don't show it
     */
    record Commit(boolean whole, Duration unseenFor) {
        static final Commit PLAIN = new Commit(true, Duration.ZERO);
    }
}
