package io.orderloom.simulation.shop;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.Subscribers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Takes events down, unless somebody does not listen. */
public final class SimulatedSubscribers implements Subscribers {
    private final Heard heard;
    private final Boundaries boundaries;
    private final Predicate<String> deaf;
    private final Supplier<Boolean> answerLost;

    /** What each subscriber was told, whether or not that was ever answered. */
    public static final class Heard {
        private final Map<String, Set<String>> bySubscriber = new HashMap<>();

        private void add(String subscriber, String eventId) {
            bySubscriber.computeIfAbsent(subscriber, _ -> new TreeSet<>()).add(eventId);
        }

        public boolean has(String subscriber, String eventId) {
            return bySubscriber.getOrDefault(subscriber, Set.of()).contains(eventId);
        }
    }

    /**
     * @param deaf by name, whether the subscriber can't be reached just now
     * @param answerLost whether the next answer is lost
     */
    public SimulatedSubscribers(
            Heard heard,
            Boundaries boundaries,
            Predicate<String> deaf,
            Supplier<Boolean> answerLost) {
        this.heard = heard;
        this.boundaries = boundaries;
        this.deaf = deaf;
        this.answerLost = answerLost;
    }

    @Override
    public DeliveryAnswer deliver(LifecycleEvent event, Subscriber subscriber) {
        boolean unheard = deaf.test(subscriber.name());
        boolean lost = answerLost.get();
        return boundaries.cross(
                Boundary.TELL,
                () -> "%s %s%s".formatted(subscriber.name(), event.id(), unheard ? " [deaf]" : ""),
                () -> {
                    if (unheard) {
                        return new Failed(new Fault.Transient("no connection"));
                    }
                    heard.add(subscriber.name(), event.id());
                    return lost ? new Failed(new Fault.Transient("no answer")) : new Delivered();
                });
    }
}
