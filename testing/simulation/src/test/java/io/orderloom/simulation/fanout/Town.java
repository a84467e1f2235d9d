package io.orderloom.simulation.fanout;

import io.orderloom.connector.webhook.WebhookSubscribers;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.sample.Webhooks;
import io.orderloom.simulation.lambda.StrandThreads;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.wire.SubscriberDoor;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** A healthy and a troubled subscriber in simulated time, and the function that notifies them. */
final class Town implements SubscriberConnector {
    static final String WELL = "well";
    static final String ODD = "odd";
    private static final Duration SWEEP = Duration.ofMinutes(5);

    final Scheduler scheduler = new Scheduler();
    final Map<String, List<Duration>> calls = new HashMap<>();
    final Map<String, List<Duration>> heard = new HashMap<>();
    final List<String> told = new ArrayList<>();
    final Alone function;
    private final Manner odd;
    private final SubscriberConnector settings = new WebhookSubscribers(scheduler);

    /** The way in which a subscriber answers. */
    interface Manner {
        DeliveryAnswer answer(Scheduler scheduler);

        /** Accepts the connection and does not answer for ten seconds. */
        static Manner hanging() {
            return scheduler -> {
                scheduler.pause(Duration.ofSeconds(10));
                return new DeliveryAnswer.Failed(new Fault.Transient("no answer"));
            };
        }

        static Manner failing(Fault fault) {
            return _ -> new DeliveryAnswer.Failed(fault);
        }
    }

    Town(Manner odd) {
        this.odd = odd;
        this.function = new Alone(scheduler, this, Stream.of(ODD, WELL).map(Town::sound).toList());
        function.wiring()
                .put(
                        GroupThreads.class,
                        new StrandThreads(scheduler, body -> scheduler.start("call", body)));
    }

    static Subscriber sound(String name) {
        return Webhooks.webhook(name, "https://x", List.of(SubscriberDoor.SECRET));
    }

    @Override
    public String kind() {
        return settings.kind();
    }

    @Override
    public Map<String, String> check(Subscriber subscriber) {
        return settings.check(subscriber);
    }

    @Override
    public SubscriberEndpoint open(Subscriber subscriber) {
        return outgoing -> deliver(outgoing.event(), subscriber);
    }

    private DeliveryAnswer deliver(LifecycleEvent event, Subscriber subscriber) {
        note(calls, subscriber);
        if (subscriber.name().equals(ODD)
                && odd.answer(scheduler) instanceof DeliveryAnswer.Failed(var fault)) {
            return new DeliveryAnswer.Failed(fault);
        }
        note(heard, subscriber);
        if (subscriber.name().equals(ODD)) {
            told.add(event.id());
        }
        return new DeliveryAnswer.Delivered();
    }

    private void note(Map<String, List<Duration>> in, Subscriber subscriber) {
        in.computeIfAbsent(subscriber.name(), _ -> new ArrayList<>()).add(scheduler.sinceStart());
    }

    List<Duration> calls(String subscriber) {
        return calls.getOrDefault(subscriber, List.of());
    }

    List<Duration> heard(String subscriber) {
        return heard.getOrDefault(subscriber, List.of());
    }

    /** Invokes the function once and returns how long that took. */
    Duration turn() {
        var took = new AtomicReference<>(Duration.ZERO);
        var begun = scheduler.sinceStart();
        during(() -> {
            function.turn();
            took.set(scheduler.sinceStart().minus(begun));
        });
        return took.get();
    }

    /**
     * Invokes the function as the event source does, for the given time or until the queue is
     * empty.
     */
    void run(Duration longest) {
        var end = scheduler.instant().plus(longest);
        during(() -> {
            for (var next = function.queue.nextVisible();
                    next.filter(end::isAfter).isPresent();
                    next = function.queue.nextVisible()) {
                scheduler.pause(Duration.between(scheduler.instant(), next.get()));
                function.turn();
            }
        });
    }

    /** Invokes the function as {@link #run} does, with a sweep every five minutes. */
    void runAndSweep(Duration longest) {
        var end = scheduler.sinceStart().plus(longest);
        while (scheduler.sinceStart().compareTo(end) < 0) {
            run(SWEEP);
            during(() -> {
                function.sweep(scheduler.instant());
                scheduler.pause(SWEEP);
            });
        }
    }

    /** Lets time pass without any invocation. */
    void waitUntil(Duration sinceStart) {
        during(() -> scheduler.pause(sinceStart.minus(scheduler.sinceStart())));
    }

    private void during(Runnable body) {
        var strand = scheduler.start("function", body);
        scheduler.run(strand::isOver);
    }
}
