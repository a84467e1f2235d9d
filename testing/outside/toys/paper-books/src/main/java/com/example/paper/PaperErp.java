package com.example.paper;

import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.money.Money;
import io.orderloom.order.ExternalReference;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Books by HTTP: PUT keeps the first line under an id, GET reads it, DELETE cancels it. */
record PaperErp(String name, URI address) implements Erp {

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var total = booking.total();
        try {
            var answer =
                    call("PUT", id, "OPEN|%s|%s".formatted(total.decimal(), total.currency()));
            return answer.status() < 300
                    ? booked(answer.line(), id)
                    : new Failed(new Fault.InDoubt("HTTP " + answer.status()));
        } catch (IOException lost) {
            return new Failed(new Fault.InDoubt("no answer"));
        }
    }

    @Override
    public FindAnswer find(ExternalId id) {
        try {
            var answer = call("GET", id, "");
            return switch (answer.status()) {
                case 200 -> booked(answer.line(), id);
                case 404 -> new Absent();
                default -> new Failed(new Fault.Transient("HTTP " + answer.status()));
            };
        } catch (IOException lost) {
            return new Failed(new Fault.Transient("no answer"));
        }
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        try {
            var answer = call("DELETE", id, "");
            return switch (answer.status()) {
                case 200 -> booked(answer.line(), id);
                case 404 -> new Absent();
                default -> new Failed(new Fault.InDoubt("HTTP " + answer.status()));
            };
        } catch (IOException lost) {
            return new Failed(new Fault.InDoubt("no answer"));
        }
    }

    @Override
    public Duration settlingTime() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Health health() {
        return new Health(true, address.toString());
    }

    private record Answer(int status, String line) {}

    private Answer call(String method, ExternalId id, String line) throws IOException {
        var path = URLEncoder.encode(id.value(), StandardCharsets.UTF_8);
        var call = (HttpURLConnection) URI.create(address + "/" + path).toURL().openConnection();
        call.setRequestMethod(method);
        if (method.equals("PUT")) {
            call.setDoOutput(true);
            try (var out = call.getOutputStream()) {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        int status = call.getResponseCode();
        if (status >= 300) {
            return new Answer(status, "");
        }
        try (var in = call.getInputStream()) {
            return new Answer(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private Booked booked(String line, ExternalId id) {
        var parts = line.split("\\|", -1);
        return new Booked(
                new ErpDocument(
                        new ExternalReference(name, "line", id.value()),
                        id.value(),
                        Money.of(parts[1], parts[2]),
                        parts[0].equals("OPEN")
                                ? ErpDocument.State.CONFIRMED
                                : ErpDocument.State.CANCELLED));
    }
}
