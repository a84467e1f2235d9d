package io.orderloom.simulation.erp;

import io.orderloom.erp.Erp;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.erp.SimulatedBooks.Commit;
import io.orderloom.simulation.fault.ErpWeather;
import io.orderloom.simulation.odoo.OdooWire;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.wire.Deployed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One ERP account: its documents, its present state and the number of calls that it handles. */
public final class ErpHost {
    private final Scheduler scheduler;
    private final ErpWeather weather;
    private final UnaryOperator<List<Entry>> sight;
    private final SimulatedBooks books;
    private final Jobs jobs;
    private final Drops drops;
    private final OdooHost odoo;
    private final Map<String, String> idsByKey = new HashMap<>();
    private boolean knowsAllItems;
    private int inFlight;
    private int mostInFlight;
    private long calls;

    /**
     * @param sight filters the documents that a search or list finds; it returns all of them except
     *     in a test about hidden ones
     */
    public ErpHost(Scheduler scheduler, ErpWeather weather, UnaryOperator<List<Entry>> sight) {
        this.scheduler = scheduler;
        this.weather = weather;
        this.sight = sight;
        this.books = new SimulatedBooks(scheduler);
        this.jobs = new Jobs(this);
        this.drops = new Drops(this);
        this.odoo = new OdooHost(this);
    }

    /** The adapter for the behaviour, as one process has it. */
    public Erp adapter(ErpBehaviour behaviour, Boundaries boundaries) {
        var wire = new FaultyConnection(this, boundaries);
        return switch (behaviour) {
            case CREATE_WITHOUT_KEY -> new LookingErp(wire, reference -> listed(reference));
            case SEARCH_THEN_CREATE -> new LookingErp(wire, reference -> searched(reference));
            case IDEMPOTENCY_KEY -> new KeyedErp(wire);
            case UPSERT -> new UpsertErp(wire);
            case ASYNCHRONOUS_JOB -> new JobErp(wire);
            case FILE_DROP -> new FileDropErp(wire);
            case ODOO -> Deployed.odoo(_ -> new OdooWire(odoo, boundaries), weather.settlingTime());
        };
    }

    public SimulatedBooks books() {
        return books;
    }

    Jobs jobs() {
        return jobs;
    }

    Drops drops() {
        return drops;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    ErpWeather weather() {
        return weather;
    }

    /** Returns whether the item master has this item. */
    boolean sells(String sku) {
        return SentSalesOrder.isKnown(sku, knowsAllItems);
    }

    /** Enters the items that were missing in the item master. */
    public void learnItems() {
        knowsAllItems = true;
    }

    /** Books an order, even if its reference is in use. */
    Entered create(SentSalesOrder order, Commit commit) {
        return order.unknownItem(knowsAllItems)
                .<Entered>map(Entered.Refused::new)
                .orElseGet(() ->
                        new Entered.Booked(books.enter(order.reference(), order.sold(), commit)));
    }

    /** Books an order, or repeats the answer that was given under this key before. */
    Entered createUnder(String key, SentSalesOrder order, Commit commit) {
        var known = idsByKey.get(key);
        if (known != null) {
            return new Entered.Booked(books.get(known));
        }
        var entered = create(order, commit);
        if (entered instanceof Entered.Booked(var entry)) {
            idsByKey.put(key, entry.id());
        }
        return entered;
    }

    /** Finds what a request under this key created, or else a document with it as its reference. */
    Optional<Entry> madeUnder(String key) {
        return Optional.ofNullable(idsByKey.get(key)).map(books::get).or(() -> searched(key));
    }

    /**
     * Books an order under its unique external id, or completes the document that has it already.
     */
    Entered upsert(SentSalesOrder order, Commit commit) {
        return books.byKey(order.reference())
                .<Entered>map(entry -> new Entered.Booked(books.confirm(entry.id())))
                .orElseGet(() -> create(order, commit));
    }

    Optional<Entry> searched(String reference) {
        return sight.apply(books.visible(reference)).stream().findFirst();
    }

    /** Reads the list of the last week, since there is no search. */
    Optional<Entry> listed(String reference) {
        return sight.apply(books.visibleSince(Duration.ofDays(7))).stream()
                .filter(entry -> entry.reference().equals(reference))
                .findFirst();
    }

    void enter() {
        calls++;
        inFlight++;
        mostInFlight = Math.max(mostInFlight, inFlight);
    }

    void leave() {
        inFlight--;
    }

    /** The highest number of calls at the same time. */
    public int mostInFlight() {
        return mostInFlight;
    }

    public long calls() {
        return calls;
    }

    /** Returns whether no job, file or answer waits to be processed. */
    public boolean isIdle() {
        return jobs.areDone() && drops.areDone() && odoo.isDone();
    }
}
