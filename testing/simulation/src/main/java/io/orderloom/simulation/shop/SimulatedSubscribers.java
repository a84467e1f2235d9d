package io.orderloom.simulation.shop;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.simulation.effect.Boundary;
import io.orderloom.subscriber.DeliveryAnswer;

/** Records events, unless the subscriber is drawn not to accept them. */
public final class SimulatedSubscribers implements Listener {
    private final Heard heard;
    private final Boundaries boundaries;
    private final Ears ears;

    public SimulatedSubscribers(Heard heard, Boundaries boundaries, Ears ears) {
        this.heard = heard;
        this.boundaries = boundaries;
        this.ears = ears;
    }

    @Override
    public DeliveryAnswer take(LifecycleEvent event, String name) {
        var refusal = ears.refusal(name);
        boolean lost = ears.answerLost();
        boundaries.pause(ears.slowness(name));
        return boundaries.cross(
                Boundary.TELL,
                () ->
                        "%s %s%s"
                                .formatted(
                                        name,
                                        event.id(),
                                        refusal.map(fault -> " [" + fault.detail() + "]")
                                                .orElse("")),
                () -> {
                    if (refusal.isPresent()) {
                        return new DeliveryAnswer.Failed(refusal.get());
                    }
                    heard.add(name, event);
                    return lost
                            ? new DeliveryAnswer.Failed(new Fault.Transient("no answer"))
                            : new DeliveryAnswer.Delivered();
                });
    }
}
