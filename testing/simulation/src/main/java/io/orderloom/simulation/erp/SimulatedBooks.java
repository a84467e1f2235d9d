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
public final class SimulatedBooks {
    private final InstantSource clock;
    private final Map<String, Entry> byId = new LinkedHashMap<>();
    private final Map<String, List<String>> idsByReference = new LinkedHashMap<>();

    SimulatedBooks(InstantSource clock) {
        this.clock = clock;
    }

    /** Enters a document, even if others have the same reference. */
    Entry enter(String reference, Sold sold, Commit commit) {
        return enter(reference, sold, sold.total(), commit);
    }

    /** Enters a document with a total that the ERP computed in its own way. */
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

    /**
     * Completes a document that was only half entered. One that is confirmed or cancelled stays so.
     */
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

    /**
     * Finds a document by a unique key. A new document is found at once, since the key's index is
     * part of the transaction.
     */
    Optional<Entry> byKey(String reference) {
        return all(reference).stream().findFirst();
    }

    /** The documents with this reference text that searches show by now. */
    List<Entry> visible(String reference) {
        var now = clock.instant();
        return all(reference).stream().filter(entry -> !entry.visibleAt().isAfter(now)).toList();
    }

    /** The recent documents that lists show by now. */
    List<Entry> visibleSince(Duration back) {
        var now = clock.instant();
        return byId.values().stream()
                .filter(entry -> entry.enteredAt().isAfter(now.minus(back)))
                .filter(entry -> !entry.visibleAt().isAfter(now))
                .toList();
    }

    /** All documents with this reference, whether visible or not. */
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
