package io.orderloom.simulation.account;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/**
 * An ERP that does and answers what a test sets, and otherwise books the orders that it receives.
 */
final class ScriptedErp implements Erp {
    static final String NAME = "scripted";

    private final String name;

    final Map<ExternalId, ErpDocument> books = new HashMap<>();
    final Queue<Fault> posts = new ArrayDeque<>();
    final List<String> calls = new ArrayList<>();
    Optional<Fault> always = Optional.empty();
    Optional<Fault> blind = Optional.empty();

    /** True if a post is booked although its answer is a fault. */
    boolean booksAllTheSame;

    ScriptedErp() {
        this(NAME);
    }

    ScriptedErp(String name) {
        this.name = name;
    }

    void enter(ExternalId id, String total, State state) {
        books.put(id, document(Money.of(total, "USD"), state));
    }

    private ErpDocument document(Money total, State state) {
        return new ErpDocument(
                new ExternalReference(name, "sales-order", "1"), "SO-1", total, state);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        calls.add("post");
        var fault = always.or(() -> Optional.ofNullable(posts.poll()));
        if (fault.isEmpty() || booksAllTheSame) {
            books.putIfAbsent(id, document(booking.total(), State.CONFIRMED));
            books.computeIfPresent(
                    id,
                    (_, there) ->
                            there.state() == State.DRAFT
                                    ? document(booking.total(), State.CONFIRMED)
                                    : there);
        }
        return fault.<PostAnswer>map(Failed::new).orElseGet(() -> booked(id));
    }

    private Booked booked(ExternalId id) {
        return new Booked(Optional.ofNullable(books.get(id)).orElseThrow());
    }

    @Override
    public FindAnswer find(ExternalId id) {
        calls.add("find");
        return blind.<FindAnswer>map(Failed::new)
                .orElseGet(() ->
                        Optional.ofNullable(books.get(id))
                                .<FindAnswer>map(Booked::new)
                                .orElseGet(Absent::new));
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        calls.add("cancel");
        var there = Optional.ofNullable(books.get(id));
        there.ifPresent(document -> books.put(id, document(document.total(), State.CANCELLED)));
        return there.<CancelAnswer>map(_ -> booked(id)).orElseGet(Absent::new);
    }

    @Override
    public Duration settlingTime() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Health health() {
        return new Health(true, "scripted");
    }
}
