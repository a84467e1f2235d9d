package io.orderloom.simulation.world;

import io.orderloom.channel.shopify.ShopifyAdapter;
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
import io.orderloom.simulation.lambda.SimulatedProcess;
import io.orderloom.simulation.oracle.Audit;
import io.orderloom.simulation.oracle.Findings;
import io.orderloom.simulation.schedule.Chance;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.shop.RefundDesk;
import io.orderloom.simulation.shop.SimulatedRefunds;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.shop.SimulatedSubscribers;
import io.orderloom.simulation.shop.Till;
import io.orderloom.simulation.wire.AdminWire;
import io.orderloom.simulation.wire.Deployed;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.subscriber.webhook.WebhookSubscribers;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** The functions between a shop, an ERP and subscribers, all of it simulated but the functions. */
public final class World {
    /** More than processes die in any weather. */
    private static final int MOST_SWEEPS = 100;

    private final ErpAccount account;
    private final Weather weather;
    private final Tampering tampering;
    private final Scheduler scheduler;
    private final SimulatedTable table = new SimulatedTable();
    private final SimulatedQueues queues;
    private final ErpHost erp;
    private final Till till;
    private final SimulatedSubscribers.Heard heard = new SimulatedSubscribers.Heard();
    private final SimulatedLambda lambda;
    private final SimulatedShop shop;
    private final Operator operator;
    private int visitsAhead;

    /**
     * What queues do that nobody may count on.
     *
     * @param deduplicates whether FIFO queues swallow repetitions
     * @param duplicates of thousand messages, how many are handed out twice at a time
     */
    public record QueueHabits(boolean deduplicates, int duplicates) {
        public static final QueueHabits GOOD = new QueueHabits(true, 0);
    }

    /**
     * @param slots calls at once that it bears
     */
    public record ErpAccount(ErpBehaviour behaviour, int slots) {}

    public World(
            Scheduler scheduler,
            Chance chance,
            ErpAccount account,
            Weather weather,
            QueueHabits habits,
            Tampering tampering,
            Trace trace) {
        this.scheduler = scheduler;
        this.account = account;
        this.weather = weather;
        this.tampering = tampering;
        this.queues = new SimulatedQueues(scheduler, habits.deduplicates());
        this.erp = new ErpHost(scheduler, weather, tampering.sight());
        this.till = new Till(scheduler);
        this.lambda =
                new SimulatedLambda(
                        scheduler,
                        chance,
                        weather,
                        trace,
                        function -> Settings.of(account, function),
                        queues,
                        habits.duplicates(),
                        this::outside);
        this.shop = new SimulatedShop(scheduler, chance, trace, lambda);
        this.operator = new Operator(scheduler, chance, table, queues, lambda::look);
    }

    private Outside outside(SimulatedProcess process) {
        return tampering
                .outside()
                .apply(
                        new Outside(
                                new QueueClient(
                                        queues,
                                        process,
                                        weather::queue,
                                        weather::delivery,
                                        lambda::look),
                                new TableClient(table, process, weather::table),
                                new ShopifyAdapter(),
                                Deployed.shopify(url -> new AdminWire(desk(process, url))),
                                erp.adapter(account.behaviour(), process),
                                new WebhookSubscribers(process.clock(), door(process)::to)));
    }

    /** The refunds of the shop at this address. */
    private RefundDesk desk(SimulatedProcess process, String url) {
        var refunds =
                new SimulatedRefunds(till, process, weather::refund, weather::refundUnseenFor);
        return new RefundDesk(
                Settings.shopAt(url), refunds, till, shop::order, process, weather::refund);
    }

    private SubscriberDoor door(SimulatedProcess process) {
        var subscribers =
                new SimulatedSubscribers(heard, process, weather::deaf, weather::answerLost);
        return new SubscriberDoor(subscribers, scheduler);
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

    Till till() {
        return till;
    }

    SimulatedLambda lambda() {
        return lambda;
    }

    /** Somebody or something sends what nobody understands. */
    void sendInbound(String body) {
        new QueueClient(
                        queues,
                        Boundaries.STEADY,
                        () -> QueueTrouble.NONE,
                        () -> Duration.ZERO,
                        lambda::look)
                .sendMessage(r -> r.queueUrl(SimulatedQueues.url(Queue.INBOUND)).messageBody(body));
    }

    /**
     * Has somebody go through the open exceptions.
     *
     * @param before what he does before
     */
    void visit(Duration after, Runnable before) {
        visitsAhead++;
        scheduler.after(
                after,
                () -> {
                    before.run();
                    operator.visit(() -> visitsAhead--);
                });
    }

    /** Has the functions sweep as the clock asks them to, for as long as it runs. */
    void sweepRegularly() {
        scheduler.after(
                Schedule.WORK.every(),
                () -> {
                    lambda.sweep(Schedule.WORK, _ -> {});
                    sweepRegularly();
                });
    }

    /** One more sweep when everything is at rest; the next makes good one that fails. */
    private void sweepOnce() {
        var done = new AtomicBoolean();
        for (int i = 0; i < MOST_SWEEPS && !done.get(); i++) {
            lambda.sweep(Schedule.WORK, done::set);
            scheduler.run(lambda::isIdle);
        }
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
        return shop.isDone()
                && visitsAhead == 0
                && queues.areEmpty()
                && lambda.isIdle()
                && erp.isIdle();
    }

    Audit auditor() {
        return new Audit(shop, table, queues, erp.books(), till, heard, Settings.SUBSCRIBERS);
    }

    public Findings audit() {
        var findings = auditor().run();
        sweepOnce();
        auditor().swept(findings);
        if (erp.mostInFlight() > account.slots()) {
            findings.crowded(erp.mostInFlight());
        }
        return findings;
    }
}
