package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.CLOCKS_OFF;
import static io.orderloom.simulation.world.Circumstance.DELETED_IN_PART;
import static io.orderloom.simulation.world.Circumstance.INDEX_TRAILS;
import static io.orderloom.simulation.world.Circumstance.MESSAGES_LOST;
import static io.orderloom.simulation.world.Circumstance.SWEPT_TWICE;
import static io.orderloom.simulation.world.Circumstance.TABLE_IN_PART;

import io.orderloom.connector.shopify.ShopifySource;
import io.orderloom.connector.webhook.WebhookSubscribers;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.aws.QueueClient;
import io.orderloom.simulation.aws.QueueTrouble;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.erp.ErpHost;
import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.lambda.SimulatedLambda;
import io.orderloom.simulation.lambda.SimulatedLambda.Hosting;
import io.orderloom.simulation.lambda.SimulatedProcess;
import io.orderloom.simulation.oracle.Doings;
import io.orderloom.simulation.oracle.Findings;
import io.orderloom.simulation.oracle.LeakWatch;
import io.orderloom.simulation.oracle.WorldAudit;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.seam.PartlyDone;
import io.orderloom.simulation.seam.TrailingIndex;
import io.orderloom.simulation.shop.Heard;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.RefundDesk;
import io.orderloom.simulation.shop.SimulatedRefunds;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.shop.SimulatedSubscribers;
import io.orderloom.simulation.wire.AdminWire;
import io.orderloom.simulation.wire.Deployed;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The real functions between a shop, an ERP and subscribers, which are all simulated. */
public final class World {
    /** How far a host's clock may be off: far more than AWS's clocks ever are. */
    private static final Duration CLOCK_ERROR = Duration.ofSeconds(1);

    private static final Duration FAR_OFF = Duration.ofSeconds(100);
    private static final Duration LONGEST_LAG = Duration.ofSeconds(90);

    /** The time after which a sweep sends work again that is due and was not done. */
    private static final Duration OVERDUE = Duration.ofMinutes(35);

    private final ErpAccount account;
    private final FaultModel weather;
    private final Tampering tampering;
    private final Scheduler scheduler;
    private final SimulatedTable table = new SimulatedTable();
    private final SimulatedQueues queues;
    private final ErpHost erp;
    private final PaymentBook till;
    private final Heard heard = new Heard();
    private final Doings doings = new Doings(WorldSettings.SUBSCRIBERS, WorldSettings.ASKING);
    private final Circumstances circumstances;
    private final Rollout rollout;
    private final UnaryOperator<DynamoDbClient> index;
    private final Duration indexLag;
    private final LeakWatch log;
    private final SimulatedLambda lambda;
    private final SimulatedShop shop;
    private final Operator operator;
    private WorldSettings.Variant variant;
    private String secret = SimulatedShop.SECRET;
    private int ahead;
    private int askedLast;

    /**
     * True if a person requested a retry before the faults stopped. If a process died before it
     * published the result of that retry, the sweep has to publish it.
     */
    private boolean everAsked;

    /**
     * The behaviour of queues that no function may rely on.
     *
     * @param deduplicates whether FIFO queues drop repetitions
     * @param duplicates of thousand messages, how many are handed out twice at a time
     * @param visibility how long other receivers can't see what was received
     */
    public record QueueHabits(
            boolean deduplicates, int duplicates, Function<Queue, Duration> visibility) {
        public static final QueueHabits GOOD = new QueueHabits(true, 0);

        QueueHabits(boolean deduplicates, int duplicates) {
            this(deduplicates, duplicates, Queue::visibilityTimeout);
        }
    }

    /**
     * @param slots calls at once that it bears
     */
    public record ErpAccount(ErpBehaviour behaviour, int slots) {}

    /** A world without circumstances, in which only the fault model causes trouble. */
    public World(
            Scheduler scheduler,
            SeededRandom chance,
            ErpAccount account,
            FaultModel weather,
            QueueHabits habits,
            Tampering tampering,
            Trace trace) {
        this(
                scheduler,
                chance,
                account,
                weather,
                habits,
                Circumstances.none(scheduler),
                tampering,
                trace);
    }

    World(
            Scheduler scheduler,
            SeededRandom chance,
            ErpAccount account,
            FaultModel weather,
            QueueHabits habits,
            Circumstances circumstances,
            Tampering tampering,
            Trace trace) {
        this.scheduler = scheduler;
        this.account = account;
        this.weather = weather;
        this.circumstances = circumstances;
        this.rollout = new Rollout(circumstances);
        this.tampering = tampering;
        this.log = LeakWatch.of(chance.seed());
        this.variant = WorldSettings.Variant.usual(account);
        this.indexLag = indexLag(circumstances);
        this.index = index();
        this.queues = new SimulatedQueues(scheduler, habits.deduplicates(), habits.visibility());
        this.erp = new ErpHost(scheduler, weather, tampering.sight());
        this.till = new PaymentBook(scheduler);
        this.lambda =
                new SimulatedLambda(
                        scheduler,
                        chance,
                        weather,
                        trace,
                        function -> new ChangingConfig(() -> WorldSettings.of(variant, function)),
                        queues,
                        hosting(habits),
                        this::outside);
        this.shop = new SimulatedShop(scheduler, chance, trace, lambda, () -> secret);
        this.operator = new Operator(scheduler, chance, table, index, queues, lambda::look);
    }

    private static Duration indexLag(Circumstances circumstances) {
        return circumstances.has(INDEX_TRAILS)
                ? circumstances.chance(INDEX_TRAILS).between(Duration.ofMillis(100), LONGEST_LAG)
                : Duration.ZERO;
    }

    private UnaryOperator<DynamoDbClient> index() {
        return indexLag.isZero()
                ? UnaryOperator.identity()
                : new TrailingIndex(
                                table, scheduler, indexLag, () -> circumstances.met(INDEX_TRAILS))
                        ::over;
    }

    private Hosting hosting(QueueHabits habits) {
        boolean off = circumstances.has(CLOCKS_OFF);
        if (off) {
            circumstances.met(CLOCKS_OFF);
        }
        return new Hosting(
                habits.duplicates(),
                () -> inPart(DELETED_IN_PART),
                off ? FAR_OFF : CLOCK_ERROR,
                (process, event) -> tampering.handed().apply(rollout.handed(process, event)));
    }

    private boolean inPart(Circumstance which) {
        boolean now =
                circumstances.has(which)
                        && !circumstances.areOver()
                        && circumstances.chance(which).happens(200);
        if (now) {
            circumstances.met(which);
        }
        return now;
    }

    private Outside outside(SimulatedProcess process) {
        return rollout.of(process, tampering.outside().apply(reached(process)));
    }

    private Outside reached(SimulatedProcess process) {
        return new Outside(
                new QueueClient(queues, process, weather::queue, weather::delivery, lambda::look),
                table(process),
                new ShopifySource(),
                Deployed.shopify(url -> new AdminWire(desk(process, url))),
                erp.adapter(account.behaviour(), process),
                new WebhookSubscribers(process.clock(), door(process)::to));
    }

    /** The refunds of the shop at this address. */
    private RefundDesk desk(SimulatedProcess process, String url) {
        var refunds =
                new SimulatedRefunds(
                        till,
                        process,
                        weather::refund,
                        weather::refundUnseenFor,
                        weather::shopClosed);
        return new RefundDesk(
                WorldSettings.shopAt(url),
                refunds,
                till,
                shop::order,
                process,
                weather::refund,
                weather::shopClosed);
    }

    private SubscriberDoor door(SimulatedProcess process) {
        return new SubscriberDoor(new SimulatedSubscribers(heard, process, weather), scheduler);
    }

    private DynamoDbClient table(SimulatedProcess process) {
        var plain = index.apply(new TableClient(table, process, weather::table));
        return circumstances.has(TABLE_IN_PART)
                ? new PartlyDone(
                        plain, circumstances.chance(TABLE_IN_PART), () -> inPart(TABLE_IN_PART))
                : plain;
    }

    public SimulatedShop shop() {
        return shop;
    }

    public ErpHost erp() {
        return erp;
    }

    public SimulatedQueues queues() {
        return queues;
    }

    PaymentBook till() {
        return till;
    }

    SimulatedLambda lambda() {
        return lambda;
    }

    /** Sends a message to the inbound queue that no function can read. */
    void sendInbound(String body) {
        new QueueClient(
                        queues,
                        Boundaries.STEADY,
                        () -> QueueTrouble.NONE,
                        () -> Duration.ZERO,
                        lambda::look)
                .sendMessage(r -> r.queueUrl(SimulatedQueues.url(Queue.INBOUND)).messageBody(body));
    }

    /** The actions of people in this world. */
    Doings doings() {
        return doings;
    }

    /** Starts the roll-out of another version, if one is drawn. */
    void rollOut() {
        rollout.prepare(this);
    }

    Instant now() {
        return scheduler.instant();
    }

    /** Schedules an action; the world is not at rest before it. */
    void later(Duration after, Runnable what) {
        ahead++;
        scheduler.after(
                after,
                () -> {
                    ahead--;
                    what.run();
                });
    }

    /** Changes the functions' settings. */
    void change(UnaryOperator<WorldSettings.Variant> how) {
        variant = how.apply(variant);
    }

    /** Makes the shops sign with another secret from now on. */
    void signWith(String another) {
        secret = another;
    }

    /** Erases the data of an order's buyer. */
    void erase(OrderId order) {
        ahead++;
        operator.erase(
                order,
                () -> {
                    ahead--;
                    doings.erased(order);
                });
    }

    /**
     * Sends the operator through the open exceptions.
     *
     * @param before run before that
     */
    void visit(Duration after, Runnable before) {
        later(
                after,
                () -> {
                    before.run();
                    visit();
                });
    }

    /** The number of retries in the last visit that may succeed. */
    int asked() {
        return askedLast;
    }

    void visit() {
        ahead++;
        operator.visit(asked -> {
            ahead--;
            askedLast = asked;
            everAsked |= asked > 0 && !circumstances.areOver();
        });
    }

    /** Starts the functions' sweeps on their schedule for the rest of the run. */
    void sweepRegularly() {
        scheduler.after(
                Schedule.WORK.every(),
                () -> {
                    lambda.sweep(Schedule.WORK, _ -> {});
                    if (circumstances.has(SWEPT_TWICE)) {
                        circumstances.met(SWEPT_TWICE);
                        lambda.sweep(Schedule.WORK, _ -> {});
                    }
                    sweepRegularly();
                });
    }

    /**
     * Runs until nothing is left to do.
     *
     * @return whether that came before the longest time had passed
     */
    public boolean run(Duration longest) {
        scheduler.run(() -> atRest() || scheduler.sinceStart().compareTo(longest) > 0);
        return atRest();
    }

    boolean atRest() {
        return shop.isDone() && ahead == 0 && queues.areEmpty() && lambda.isIdle() && erp.isIdle();
    }

    WorldAudit auditor() {
        return new WorldAudit(shop, table, queues, erp.books(), till, heard, doings);
    }

    /**
     * Stops the faults, and then retries the open exceptions until none is left that a retry can
     * mend.
     *
     * @return whether the world came to rest
     */
    public boolean mend(Duration longest) {
        weather.clearUp();
        return mending().mend(longest);
    }

    private Mending mending() {
        boolean lost = circumstances.has(MESSAGES_LOST);
        // A duplicate of a finished message attempts a refused refund again. If its process dies
        // then, no third message comes, and the sweep publishes the result.
        boolean leftToTheSweep = everAsked || till.hasRefused();
        var settling = lost || leftToTheSweep ? OVERDUE : indexLag;
        return new Mending(this, scheduler, lambda, table, settling, lost ? 3 : 1);
    }

    /** Deletes all payloads whose retention would end by a later time. */
    void letPayloadsExpire() {
        doings.letPayloadsExpire();
        mending().letExpire();
    }

    public Findings audit() {
        var findings = auditor().run();
        mending().sweep();
        auditor().swept(findings);
        log.leaks().forEach(findings::logged);
        if (erp.mostInFlight() > account.slots()) {
            findings.crowded(erp.mostInFlight());
        }
        return findings;
    }
}
