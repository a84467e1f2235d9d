package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.ATTEMPTS_USED_UP;
import static io.orderloom.simulation.world.Circumstance.DOUBT_GIVEN_UP;
import static io.orderloom.simulation.world.Circumstance.ERP_RETRY_AFTER;
import static io.orderloom.simulation.world.Circumstance.ERP_UNAUTHORIZED;
import static io.orderloom.simulation.world.Circumstance.SHOP_RETRY_AFTER;
import static io.orderloom.simulation.world.Circumstance.SHOP_UNAUTHORIZED;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBER_AWAY;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBER_REFUSES;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBER_RETRY_AFTER;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBER_SLOW;

import io.orderloom.fault.Fault;
import io.orderloom.simulation.schedule.SeededRandom;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The behaviour of the ERP, the shop and the subscribers under the world's circumstances. */
final class OutsideParties {
    private static final Duration ABSURD = Duration.ofSeconds(999_999);

    /**
     * More attempts than any order has, counting those that a circuit breaker lets through as
     * probes.
     */
    private static final int MOST_ATTEMPTS = 40;

    /** The reference of the first order, which every world has. */
    private static final String UNLUCKY = ":1001/";

    private static final String UNLUCKY_SUBSCRIBER = WorldSettings.SUBSCRIBERS.getFirst();

    private static final List<Fault> REFUSALS =
            List.of(
                    new Fault.Rejected("http_400", UNLUCKY_SUBSCRIBER, "HTTP 400"),
                    new Fault.Unauthorized("HTTP 401"),
                    new Fault.Rejected("http_403", UNLUCKY_SUBSCRIBER, "HTTP 403"),
                    new Fault.Rejected("gone", UNLUCKY_SUBSCRIBER, "HTTP 410"));

    private final Circumstances circumstances;
    private final Set<Circumstance> asked = EnumSet.noneOf(Circumstance.class);
    private int attempts;
    private int doubts;

    OutsideParties(Circumstances circumstances) {
        this.circumstances = circumstances;
    }

    Optional<Fault> erp(boolean write, String about) {
        if (unlucky(ATTEMPTS_USED_UP, about) && ++attempts <= MOST_ATTEMPTS) {
            return met(ATTEMPTS_USED_UP, new Fault.Transient("no time for this one"));
        }
        if (!write && doubts > 0 && unlucky(DOUBT_GIVEN_UP, about) && ++doubts <= MOST_ATTEMPTS) {
            return met(DOUBT_GIVEN_UP, new Fault.Transient("no answer to a read"));
        }
        if (circumstances.now(ERP_UNAUTHORIZED)) {
            return met(ERP_UNAUTHORIZED, new Fault.Unauthorized("HTTP 401"));
        }
        return once(ERP_RETRY_AFTER);
    }

    /**
     * Returns whether this write is carried out and its answer lost; after it no look-up gets an
     * answer for a long time.
     */
    boolean answerLost(String about) {
        if (doubts == 0 && unlucky(DOUBT_GIVEN_UP, about)) {
            doubts++;
            return true;
        }
        return false;
    }

    private boolean unlucky(Circumstance one, String about) {
        return circumstances.has(one) && !circumstances.areOver() && about.contains(UNLUCKY);
    }

    Optional<Fault> shop() {
        if (circumstances.now(SHOP_UNAUTHORIZED)) {
            return met(SHOP_UNAUTHORIZED, new Fault.Unauthorized("HTTP 401"));
        }
        return once(SHOP_RETRY_AFTER);
    }

    Optional<Fault> subscriber(String name) {
        if (!name.equals(UNLUCKY_SUBSCRIBER)) {
            return Optional.empty();
        }
        if (circumstances.now(SUBSCRIBER_AWAY)) {
            return met(SUBSCRIBER_AWAY, new Fault.Transient("HTTP 503"));
        }
        if (circumstances.now(SUBSCRIBER_REFUSES)) {
            return met(
                    SUBSCRIBER_REFUSES, circumstances.chance(SUBSCRIBER_REFUSES).oneOf(REFUSALS));
        }
        return once(SUBSCRIBER_RETRY_AFTER);
    }

    Duration slowness(String subscriber) {
        if (!subscriber.equals(UNLUCKY_SUBSCRIBER) || !circumstances.now(SUBSCRIBER_SLOW)) {
            return Duration.ZERO;
        }
        circumstances.met(SUBSCRIBER_SLOW);
        SeededRandom chance = circumstances.chance(SUBSCRIBER_SLOW);
        return chance.between(Duration.ofSeconds(2), Duration.ofSeconds(10));
    }

    private Optional<Fault> once(Circumstance one) {
        return circumstances.now(one) && asked.add(one)
                ? met(one, new Fault.RateLimited(ABSURD, "HTTP 429, Retry-After: 999999"))
                : Optional.empty();
    }

    private Optional<Fault> met(Circumstance one, Fault fault) {
        circumstances.met(one);
        return Optional.of(fault);
    }
}
