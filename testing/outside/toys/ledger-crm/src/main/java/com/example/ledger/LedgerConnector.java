package com.example.ledger;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.fault.Fault;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.OutgoingEvent;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.subscriber.SubscriberConnector;
import io.orderloom.subscriber.SubscriberEndpoint;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Puts a line into the CRM for each event. */
@ApplicationScoped
public class LedgerConnector implements SubscriberConnector {
    private static final String ADDRESS = "address";

    @Override
    public String kind() {
        return "ledger";
    }

    @Override
    public Map<String, String> check(Subscriber subscriber) {
        return subscriber.text(ADDRESS).isPresent()
                ? Map.of()
                : Map.of(ADDRESS, "address is missing");
    }

    @Override
    public SubscriberEndpoint open(Subscriber subscriber) {
        var address = subscriber.text(ADDRESS).orElseThrow();
        return event -> deliver(address, event);
    }

    private static DeliveryAnswer deliver(String address, OutgoingEvent event) {
        try {
            var id = URLEncoder.encode(event.event().id(), StandardCharsets.UTF_8);
            var call =
                    (HttpURLConnection)
                            URI.create(address + "/" + id).toURL().openConnection();
            call.setRequestMethod("PUT");
            call.setDoOutput(true);
            call.setRequestProperty("content-type", "text/plain");
            try (var out = call.getOutputStream()) {
                out.write(event.written("ledger", LedgerConnector::line));
            }
            int status = call.getResponseCode();
            return status < 300
                    ? new DeliveryAnswer.Delivered()
                    : new DeliveryAnswer.Failed(new Fault.Transient("HTTP " + status));
        } catch (IOException lost) {
            return new DeliveryAnswer.Failed(
                    new Fault.Transient("no answer: " + lost.getClass().getSimpleName()));
        }
    }

    private static byte[] line(LifecycleEvent event) {
        return "%s|%s"
                .formatted(event.type().name().toLowerCase(Locale.ROOT), event.orderId())
                .getBytes(StandardCharsets.UTF_8);
    }
}
