package io.orderloom.subscriber;

import io.orderloom.core.LifecycleEvent.Type;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The version of the event types that a subscriber gets. */
public enum EventVersion {
    /** Data are texts by name, and units one text. */
    V1,
    /** Data are records: units are a list, and money has an amount and a currency. */
    V2;

    /** As settings and event types name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For example {@code io.orderloom.order.exception_raised.v1}. */
    public String type(Type type) {
        return "io.orderloom.order.%s.%s".formatted(label(type), label());
    }

    /** The identifier of the published schema that describes such an event, envelope and data. */
    public String schema(Type type) {
        return "urn:orderloom:schema:%s:event:%s".formatted(label(), label(type));
    }

    /** For example {@code erp_cancelled}. */
    public static String label(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EventVersion> of(String label) {
        return Stream.of(values()).filter(one -> one.label().equals(label)).findFirst();
    }
}
