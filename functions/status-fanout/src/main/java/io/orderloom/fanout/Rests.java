package io.orderloom.fanout;

import io.orderloom.fanout.Rest.Call;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Circuit.Open;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.CircuitBreaker.Standing;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The circuits of the subscribers, as the calls of this process have left them. They are in its
 * memory only: there are few processes, each finds out with the calls of one batch, and no event
 * costs a read or a write.
 */
@ApplicationScoped
class Rests {
    private static final Logger LOG = Logger.getLogger(Rests.class);

    /** Longer pauses are measured. */
    private static final Duration NOTABLE = Duration.ofMinutes(1);

    private final Map<String, Circuit> circuits = new HashMap<>();
    private final Map<String, String> failures = new HashMap<>();
    private final Metrics metrics;
    private final InstantSource clock;

    Rests(Metrics metrics, InstantSource clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** How long the subscriber must not be called; empty if it may be. */
    synchronized Optional<Duration> left(String subscriber) {
        var now = clock.instant();
        return switch (CircuitBreaker.standing(circuit(subscriber), "", now)) {
            case Standing.Call() -> Optional.empty();
            case Standing.Probe() -> Optional.of(Duration.ofSeconds(1));
            case Standing.Wait wait -> Optional.of(Duration.between(now, wait.until()));
        };
    }

    /**
     * The same for a message to one subscriber, which may make the one call that decides.
     *
     * @param within the time limit of that call
     */
    synchronized Optional<Duration> enter(String subscriber, Call call, Duration within) {
        var now = clock.instant();
        var circuit = circuit(subscriber);
        return switch (CircuitBreaker.standing(circuit, call.event(), now)) {
            case Standing.Call() -> Optional.empty();
            case Standing.Probe() -> {
                circuits.put(
                        subscriber, CircuitBreaker.probe(circuit, call.event(), now.plus(within)));
                yield Optional.empty();
            }
            case Standing.Wait wait -> Optional.of(Rest.wait(wait, call, now));
        };
    }

    synchronized void met(String subscriber, Call call, DeliveryAnswer answer) {
        var before = circuit(subscriber);
        var after = Rest.after(before, call, answer, clock.instant());
        circuits.put(subscriber, after);
        if (answer instanceof Failed(var fault)) {
            failures.put(subscriber, fault.detail());
        }
        if (after instanceof Open open && !after.equals(before)) {
            opened(subscriber, open);
        }
    }

    /** The failure of its last call that failed. */
    synchronized String lastFailure(String subscriber) {
        return failures.getOrDefault(subscriber, "no call of it failed");
    }

    private Circuit circuit(String subscriber) {
        return circuits.getOrDefault(subscriber, Circuit.HEALTHY);
    }

    private void opened(String subscriber, Open open) {
        var rest = Duration.between(open.since(), open.until());
        LOG.warnf(
                "%s gets no events until %s; its pause began at %s",
                subscriber, open.until(), open.since());
        if (rest.toSeconds() > NOTABLE.toSeconds()) {
            metrics.took(Metric.SUBSCRIBER_REST, rest);
        }
    }
}
