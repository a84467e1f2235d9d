package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.order.Tenancy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** An event on its way to all its subscribers, which share what is written of it. */
public final class OutgoingEvent {
    private final LifecycleEvent event;
    private final Tenancy tenancy;
    private final Map<String, byte[]> forms = new ConcurrentHashMap<>();

    /** An event of a deployment that serves one company alone. */
    public OutgoingEvent(LifecycleEvent event) {
        this(event, Tenancy.NONE);
    }

    /**
     * @param tenancy the tenancy of the order's channel
     */
    public OutgoingEvent(LifecycleEvent event, Tenancy tenancy) {
        this.event = event;
        this.tenancy = tenancy;
    }

    public Tenancy tenancy() {
        return tenancy;
    }

    public LifecycleEvent event() {
        return event;
    }

    /**
     * The event as bytes, which are written once however many subscribers get them. Nobody may
     * change them.
     *
     * @param form names the way of writing, for example {@code cloudevents.v2}
     */
    public byte[] written(String form, Function<LifecycleEvent, byte[]> writer) {
        return forms.computeIfAbsent(form, _ -> writer.apply(event));
    }
}
