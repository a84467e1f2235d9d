package io.orderloom.simulation.erp;

import io.orderloom.erp.Erp;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.erp.Books.Commit;
import io.orderloom.simulation.odoo.OdooWire;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.wire.Deployed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One ERP account: what it holds, how it is doing, and how hard it is being worked. */
public final class ErpHost {
    private final Scheduler scheduler;
    private final ErpWeather weather;
    private final UnaryOperator<List<Entry>> sight;
    private final Books books;
    private final Jobs jobs;
    private final Drops drops;
    private final OdooHost odoo;
    private final Map<String, String> idsByKey = new HashMap<>();
    private boolean knowsAllItems;
    private int inFlight;
    private int mostInFlight;
    private long calls;

    /**
     * @param sight what of the documents found a search or list shows: all, unless somebody wants
     *     to see what happens then
     */
    public ErpHost(Scheduler scheduler, ErpWeather weather, UnaryOperator<List<Entry>> sight) {
        this.scheduler = scheduler;
        this.weather = weather;
        this.sight = sight;
        this.books = new Books(scheduler);
        this.jobs = new Jobs(this);
        this.drops = new Drops(this);
        this.odoo = new OdooHost(this);
    }

    /** The adapter that fits the behaviour, as one process has it. */
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

    public Books books() {
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

    /** Whether the item master has it. */
    boolean sells(String sku) {
        return SalesOrder.isKnown(sku, knowsAllItems);
    }

    /** Somebody enters what was missing in the item master. */
    public void learnItems() {
        knowsAllItems = true;
    }

    /** Books an order, whatever else bears its reference. */
    Entered create(SalesOrder order, Commit commit) {
        return order.unknownItem(knowsAllItems)
                .<Entered>map(Entered.Refused::new)
                .orElseGet(() ->
                        new Entered.Booked(books.enter(order.reference(), order.sold(), commit)));
    }

    /** Books an order, or answers what it answered under this key before. */
    Entered createUnder(String key, SalesOrder order, Commit commit) {
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

    /** What a request under this key made; else what bears it as a reference. */
    Optional<Entry> madeUnder(String key) {
        return Optional.ofNullable(idsByKey.get(key)).map(books::get).or(() -> searched(key));
    }

    /** Books an order under its unique external id, or completes the one that is there. */
    Entered upsert(SalesOrder order, Commit commit) {
        return books.byKey(order.reference())
                .<Entered>map(entry -> new Entered.Booked(books.confirm(entry.id())))
                .orElseGet(() -> create(order, commit));
    }

    Optional<Entry> searched(String reference) {
        return sight.apply(books.visible(reference)).stream().findFirst();
    }

    /** Reads the list of a week, since there is no search. */
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

    /** Calls at a time, at most. */
    public int mostInFlight() {
        return mostInFlight;
    }

    public long calls() {
        return calls;
    }

    /** Nothing lies there to be dealt with. */
    public boolean isIdle() {
        return jobs.areDone() && drops.areDone() && odoo.isDone();
    }
}
