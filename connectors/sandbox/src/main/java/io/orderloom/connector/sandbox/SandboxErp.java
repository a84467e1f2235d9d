package io.orderloom.connector.sandbox;

import io.orderloom.connector.sandbox.SandboxApi.Cancellation;
import io.orderloom.connector.sandbox.SandboxApi.Document;
import io.orderloom.connector.sandbox.SandboxApi.Documents;
import io.orderloom.connector.sandbox.SandboxClient.Reply;
import io.orderloom.erp.Booking;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.time.Duration;
import java.util.Optional;

/** Implements the ERP port with one sandbox ERP. */
final class SandboxErp implements Erp {
    private final String name;
    private final SandboxClient client;

    SandboxErp(String name, SandboxClient client) {
        this.name = name;
        this.client = client;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var lacking = SandboxOrders.lacking(booking.order());
        if (lacking.isPresent()) {
            return new Failed(lacking.get());
        }
        var order = SandboxOrders.from(booking, id);
        return switch (client.write((api, token) -> api.create(token, order), Document.class)) {
            case Reply.Given<Document> given -> booked(given);
            case Reply.Missed<Document>(var fault) -> new Failed(fault);
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (client.read((api, token) -> api.find(token, id.value()), Documents.class)) {
            case Reply.Given<Documents>(_, var body) ->
                    body.flatMap(all -> of(id, all))
                            .<FindAnswer>map(
                                    found -> new Booked(SandboxOrders.document(name, found)))
                            .orElseGet(Absent::new);
            case Reply.Missed<Documents>(var fault) -> new Failed(fault);
        };
    }

    /** The document that bears the reference; others in the list are not the order's. */
    private static Optional<Document> of(ExternalId id, Documents all) {
        return all.documents().stream()
                .filter(document -> document.externalId().equals(id.value()))
                .findFirst();
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return switch (find(id)) {
            case Absent absent -> absent;
            case Failed failed -> failed;
            case Booked(var document) -> cancel(document.reference().id(), reason);
        };
    }

    private CancelAnswer cancel(String id, String reason) {
        var cancellation = new Cancellation(reason);
        return switch (client.write(
                (api, token) -> api.cancel(token, id, cancellation), Document.class)) {
            case Reply.Given<Document>(_, var body) ->
                    body.<CancelAnswer>map(found -> new Booked(SandboxOrders.document(name, found)))
                            .orElseGet(Absent::new);
            case Reply.Missed<Document>(var fault) -> new Failed(fault);
        };
    }

    private PostAnswer booked(Reply.Given<Document> given) {
        return given.body()
                .<PostAnswer>map(document -> new Booked(SandboxOrders.document(name, document)))
                .orElseGet(() -> new Failed(new Fault.Transient("HTTP " + given.status())));
    }

    /** The sandbox commits before it answers. */
    @Override
    public Duration settlingTime() {
        return Duration.ofSeconds(1);
    }

    @Override
    public Health health() {
        return switch (client.read((api, token) -> api.health(token), Object.class)) {
            case Reply.Given<Object>(var status, _) -> new Health(status < 300, "HTTP " + status);
            case Reply.Missed<Object>(var fault) -> new Health(false, fault.detail());
        };
    }
}
