package io.orderloom.fanout;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fanout.Rest.Call;
import io.orderloom.fault.Fault;
import io.orderloom.kit.config.Recipient;
import io.orderloom.kit.queue.GroupThreads;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Calls subscribers, all at once and each within the time limit. One whose circuit is open is not
 * called; that is reported as a rate limit, which is waited out.
 */
@ApplicationScoped
class Telling {
    private static final Logger LOG = Logger.getLogger(Telling.class);

    private final Rests rests;
    private final Bounds bounds;
    private final GroupThreads threads;
    private final Metrics metrics;

    Telling(Rests rests, Bounds bounds, GroupThreads threads, Metrics metrics) {
        this.rests = rests;
        this.bounds = bounds;
        this.threads = threads;
        this.metrics = metrics;
    }

    /** A subscriber's answer, or the rate limit that stands for a call that was not made. */
    record Told(Recipient recipient, DeliveryAnswer answer) {}

    List<Told> all(OutgoingEvent event, List<Recipient> list) {
        return tell(event, list, one -> rests.left(one.name()), bounds.offer());
    }

    DeliveryAnswer alone(OutgoingEvent event, Recipient recipient) {
        var within = bounds.call();
        return tell(
                        event,
                        List.of(recipient),
                        one -> rests.enter(one.name(), call(event.event()), within),
                        within)
                .getFirst()
                .answer();
    }

    private List<Told> tell(
            OutgoingEvent event,
            List<Recipient> list,
            Function<Recipient, Optional<Duration>> rest,
            Duration within) {
        var told = new ArrayList<Told>();
        var called = new ArrayList<Recipient>();
        for (var recipient : list) {
            rest.apply(recipient)
                    .ifPresentOrElse(
                            wait -> told.add(new Told(recipient, resting(recipient, wait))),
                            () -> called.add(recipient));
        }
        var calls = calls(event, called, within);
        for (int i = 0; i < called.size(); i++) {
            var answer = answer(calls.get(i), called.get(i), within);
            rests.met(called.get(i).name(), call(event.event()), answer);
            told.add(new Told(called.get(i), answer));
        }
        return told;
    }

    private List<Future<DeliveryAnswer>> calls(
            OutgoingEvent outgoing, List<Recipient> called, Duration within) {
        try {
            return threads.runAll(
                    called.stream()
                            .<Callable<DeliveryAnswer>>map(
                                    one -> () -> one.endpoint().deliver(outgoing))
                            .toList(),
                    within);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "interrupted while delivering " + outgoing.event().id(), interrupted);
        }
    }

    private DeliveryAnswer answer(
            Future<DeliveryAnswer> call, Recipient recipient, Duration within) {
        return switch (call.state()) {
            case SUCCESS -> bounded(call.resultNow());
            case CANCELLED, RUNNING ->
                    new Failed(
                            new Fault.Transient(
                                    "%s did not answer within %d ms"
                                            .formatted(recipient.name(), within.toMillis())));
            case FAILED -> failed(call.exceptionNow(), recipient);
        };
    }

    private DeliveryAnswer bounded(DeliveryAnswer answer) {
        return switch (answer) {
            case Delivered delivered -> delivered;
            case Failed(var fault) -> {
                if (fault instanceof Fault.Unauthorized) {
                    metrics.count(Metric.CREDENTIALS_REFUSED);
                }
                yield new Failed(Rest.bounded(fault));
            }
        };
    }

    /** A bug in the call to one subscriber is no reason to notify the others again. */
    private DeliveryAnswer failed(Throwable thrown, Recipient recipient) {
        if (!(thrown instanceof RuntimeException)) {
            throw new IllegalStateException(
                    "delivering to " + recipient.name() + " failed", thrown);
        }
        metrics.failed();
        LOG.errorf(thrown, "delivering to %s failed", recipient.name());
        return new Failed(
                new Fault.Bug(
                        "delivering to %s failed with %s"
                                .formatted(recipient.name(), thrown.getClass().getSimpleName())));
    }

    private DeliveryAnswer resting(Recipient recipient, Duration wait) {
        return new Failed(
                new Fault.RateLimited(
                        wait,
                        "%s was not called, because its circuit breaker is open: %s"
                                .formatted(recipient.name(), rests.lastFailure(recipient.name()))));
    }

    private static Call call(LifecycleEvent event) {
        return new Call(event.id(), event.orderId().toString());
    }
}
