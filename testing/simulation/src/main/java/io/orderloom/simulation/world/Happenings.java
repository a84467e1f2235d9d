package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.ERASURE;
import static io.orderloom.simulation.world.Circumstance.MESSAGES_LOST;
import static io.orderloom.simulation.world.Circumstance.SECRET_ROTATED;
import static io.orderloom.simulation.world.Circumstance.SOURCE_STOPS;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBERS_CHANGE;
import static io.orderloom.simulation.world.Circumstance.SUBSCRIBER_AWAY;
import static io.orderloom.simulation.world.Circumstance.TEST_ORDERS_CHANGE;
import static io.orderloom.simulation.world.Circumstance.TWO_CHANNELS;

import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.topology.Queue;
import java.time.Duration;
import java.util.List;

/** The actions on a world at drawn moments, in addition to the faults. */
record Happenings(World world, Circumstances circumstances) {
    /** Shorter than the longest absence of a subscriber, so that events are given up during it. */
    private static final Duration SHORT_PATIENCE = Duration.ofMinutes(1);

    private static final String NEW_SECRET = "sim-secret-2";
    private static final Duration BOTH_SECRETS = Duration.ofSeconds(30);
    private static final Duration OLD_SECRET_IN_FLIGHT = Duration.ofMinutes(3);

    /** More than any two clocks differ. */
    private static final Duration CLOCKS = Duration.ofSeconds(210);

    private static final Duration LAST_ERASURE = Duration.ofMinutes(15);
    private static final List<Queue> WITHOUT_THE_DOOR =
            List.of(Queue.ERP, Queue.STATUS, Queue.COMPENSATION);

    /** Schedules the actions, before the first order. */
    void prepare() {
        world.rollOut();
        if (circumstances.has(TWO_CHANNELS)) {
            world.change(variant -> variant.withInstance(SimulatedShop.OTHER_INSTANCE));
        }
        if (circumstances.has(SECRET_ROTATED)) {
            rotate(circumstances.begins(SECRET_ROTATED));
        }
        if (circumstances.has(SUBSCRIBERS_CHANGE)) {
            world.later(circumstances.begins(SUBSCRIBERS_CHANGE), this::subscribe);
            world.later(circumstances.ends(SUBSCRIBERS_CHANGE), this::unsubscribe);
        }
        if (circumstances.has(SUBSCRIBER_AWAY)) {
            world.change(variant -> variant.withUntoldAfter(SHORT_PATIENCE));
        }
        if (circumstances.has(TEST_ORDERS_CHANGE)) {
            world.doings().bookedTestOrders();
            world.later(
                    circumstances.begins(TEST_ORDERS_CHANGE).dividedBy(6),
                    () -> {
                        circumstances.met(TEST_ORDERS_CHANGE);
                        world.change(WorldSettings.Variant::withTestOrdersBooked);
                    });
        }
        if (circumstances.has(SOURCE_STOPS)) {
            world.later(circumstances.begins(SOURCE_STOPS).dividedBy(6), this::stopPolling);
        }
    }

    private void rotate(Duration at) {
        world.later(
                at,
                () ->
                        world.change(variant ->
                                variant.withSecrets(List.of(SimulatedShop.SECRET, NEW_SECRET))));
        world.later(
                at.plus(BOTH_SECRETS),
                () -> {
                    circumstances.met(SECRET_ROTATED);
                    world.signWith(NEW_SECRET);
                });
        world.later(
                at.plus(BOTH_SECRETS).plus(OLD_SECRET_IN_FLIGHT),
                () -> world.change(variant -> variant.withSecrets(List.of(NEW_SECRET))));
    }

    private void subscribe() {
        circumstances.met(SUBSCRIBERS_CHANGE);
        world.change(variant ->
                variant.withSubscribers(
                        List.of(
                                WorldSettings.SUBSCRIBERS.get(0),
                                WorldSettings.SUBSCRIBERS.get(1),
                                WorldSettings.NEWCOMER)));
        world.doings().subscribed(WorldSettings.NEWCOMER, world.now().plus(CLOCKS));
    }

    private void unsubscribe() {
        var leaves = WorldSettings.SUBSCRIBERS.getLast();
        world.change(variant ->
                variant.withSubscribers(
                        List.of(WorldSettings.SUBSCRIBERS.getFirst(), WorldSettings.NEWCOMER)));
        world.doings().unsubscribed(leaves);
    }

    private void stopPolling() {
        var chance = circumstances.chance(SOURCE_STOPS);
        circumstances.met(SOURCE_STOPS);
        world.lambda()
                .stopPolling(
                        chance.oneOf(List.of(Queue.values())),
                        chance.between(Duration.ofMinutes(1), Duration.ofMinutes(20)));
    }

    /** Schedules the actions that need the orders, after the last one was placed. */
    void afterPlacing() {
        if (circumstances.has(ERASURE)) {
            var chance = circumstances.chance(ERASURE);
            for (var order : world.shop().orders()) {
                if (chance.happens(400)) {
                    world.later(
                            chance.between(Duration.ZERO, LAST_ERASURE),
                            () -> {
                                circumstances.met(ERASURE);
                                world.erase(SimulatedShop.id(order));
                            });
                }
            }
        }
        if (circumstances.has(MESSAGES_LOST)) {
            var chance = circumstances.chance(MESSAGES_LOST);
            for (int i = chance.between(10, 40); i > 0; i--) {
                world.later(
                        chance.between(Duration.ZERO, Duration.ofMinutes(2)),
                        () -> lose(chance.oneOf(WITHOUT_THE_DOOR)));
            }
        }
    }

    /** Deletes all messages that can be received from the queue. */
    private void lose(Queue name) {
        var queue = world.queues().get(name);
        for (var lost = queue.receive(10); !lost.isEmpty(); lost = queue.receive(10)) {
            lost.forEach(message -> {
                circumstances.met(MESSAGES_LOST);
                queue.delete(message.receipt());
            });
        }
    }
}
