package io.orderloom.simulation.world;

import io.orderloom.channel.shopify.ShopifyAdapter;
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
import io.orderloom.simulation.lambda.SimulatedProcess;
import io.orderloom.simulation.oracle.Audit;
import io.orderloom.simulation.oracle.Findings;
import io.orderloom.simulation.schedule.Chance;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.shop.SimulatedRefunds;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.simulation.shop.SimulatedSubscribers;
import io.orderloom.simulation.shop.Till;
import java.time.Duration;
import java.util.stream.Stream;

/** The functions between a shop, an ERP and subscribers, all of it simulated but the functions. */
public final class World {
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
                        function -> Settings.of(account.slots(), function),
                        queues,
                        habits.duplicates(),
                        this::outside);
        this.shop = new SimulatedShop(scheduler, chance, trace, lambda);
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
                                new SimulatedRefunds(
                                        till, process, weather::refund, weather::refundUnseenFor),
                                erp.adapter(account.behaviour(), process),
                                new SimulatedSubscribers(
                                        heard, process, weather::deaf, weather::answerLost)));
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

    /** Somebody who has fixed the cause of an exception asks for the orders' posting again. */
    public void askAgain(Stream<OrderId> orders) {
        operator().askAgain(orders);
    }

    /** Somebody or something sends what nobody understands. */
    void sendInbound(String body) {
        operator().sendInbound(body);
    }

    private Operator operator() {
        return new Operator(
                new QueueClient(
                        queues,
                        Boundaries.STEADY,
                        () -> QueueTrouble.NONE,
                        () -> Duration.ZERO,
                        lambda::look));
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
        return shop.isDone() && queues.areEmpty() && lambda.isIdle() && erp.isIdle();
    }

    Audit auditor() {
        return new Audit(shop, table, queues, erp.books(), till, heard, Settings.SUBSCRIBERS);
    }

    public Findings audit() {
        var findings = auditor().run();
        if (erp.mostInFlight() > account.slots()) {
            findings.crowded(erp.mostInFlight());
        }
        return findings;
    }
}
