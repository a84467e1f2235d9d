package io.orderloom.kit.governor;

import io.orderloom.erp.Erp;
import io.orderloom.governor.Limits;
import io.orderloom.governor.Urgency;
import io.orderloom.kit.config.ErpRoutes;
import io.orderloom.kit.config.Erps;
import io.orderloom.kit.config.OutOfForce;
import io.orderloom.kit.queue.Gate;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.source.SourceInstance;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Topology;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;

/**
 * Guards the ERPs' accounts across all instances of all functions: never more calls at once than
 * each bears, none while it is down, and urgent ones first.
 */
@ApplicationScoped
public class Governor {
    /** For an account of unknown size: the slots of the smallest tier of the large ERPs. */
    private static final int DEFAULT_SLOTS = 5;

    private final Erps erps;
    private final ErpRoutes routes;
    private final Metrics metrics;
    private final BatchLeases leases;
    private final Function<AccountName, ShopAccount> shop;
    private final Map<AccountName, ShopAccount> shops = new ConcurrentHashMap<>();

    Governor(
            Erps erps,
            ErpRoutes routes,
            Accounts accounts,
            AccountTroubles troubles,
            InstanceName instance,
            Metrics metrics,
            GroupThreads threads,
            Config config,
            CommonSettings settings,
            InstantSource clock) {
        this.erps = erps;
        this.routes = routes;
        this.metrics = metrics;
        this.leases =
                new BatchLeases(
                        erp ->
                                new SlotLease(
                                        AccountName.erp(erp),
                                        instance.value(),
                                        limits(config, erp, erps.connectorName(erp)),
                                        new SlotLease.Times(settings.lease(), settings.slotsKept()),
                                        accounts,
                                        troubles,
                                        clock),
                        threads.lock());
        this.shop =
                name ->
                        new ShopAccount(
                                name,
                                instance.value(),
                                settings.lease(),
                                accounts,
                                troubles,
                                metrics,
                                clock,
                                threads.lock());
    }

    /** An instance without limits of its own has those that its connector recommends. */
    private static Limits limits(Config config, String erp, String connector) {
        int slots =
                config.getOptionalValue("orderloom.slots." + erp, Integer.class)
                        .or(() ->
                                config.getOptionalValue(
                                        "orderloom.slots." + connector, Integer.class))
                        .orElse(DEFAULT_SLOTS);
        return config.getOptionalValue("orderloom.reserved-slots." + erp, Integer.class)
                .map(reserved -> new Limits(slots, reserved))
                .orElseGet(() -> Limits.of(slots));
    }

    /**
     * The gate for messages that call the ERP.
     *
     * @param source the queue that they come from
     * @param guards which of its messages call the ERP
     */
    public Gate gate(Queue source, Urgency urgency, Predicate<QueueRecord> guards) {
        return new AccountGate(leases, routes, urgency, Topology.eventSource(source), guards);
    }

    /** The account at a shop. Its calls pass no gate. */
    public ShopAccount shop(SourceInstance channel) {
        return shops.computeIfAbsent(AccountName.shop(channel), shop);
    }

    /**
     * An ERP, for messages that have passed the gate.
     *
     * @throws OutOfForce if it is not configured, or its settings can't be used
     */
    public Erp erp(String name) {
        return new GovernedErp(erps.erp(name), leases.of(name), metrics);
    }
}
