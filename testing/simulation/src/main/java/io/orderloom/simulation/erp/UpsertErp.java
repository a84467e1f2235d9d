package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.util.Optional;

/** The adapter for an ERP that keeps external ids unique: an upsert creates the document once. */
final class UpsertErp extends TwinErp {

    UpsertErp(FaultyConnection wire) {
        super(wire);
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var order = SentSalesOrder.of(booking, id);
        return switch (wire.write("put", id.value(), commit -> wire.host().upsert(order, commit))) {
            case Reply.Given<Entered>(var entered) -> answer(entered);
            case Reply.Missed<Entered>(var fault) -> new Failed(fault);
            case Reply.Taken<Entered>() -> adoptTaken(id);
        };
    }

    /** A faster call put the same order under the same id. */
    private PostAnswer adoptTaken(ExternalId id) {
        return switch (get(id)) {
            case Reply.Given<Optional<Entry>>(var found) ->
                    found.map(this::adopt)
                            .orElseGet(() ->
                                    new Failed(
                                            new Fault.Conflict(
                                                    id.value() + " is taken, and not there")));
            case Reply.Missed<Optional<Entry>> _, Reply.Taken<Optional<Entry>> _ ->
                    new Failed(taken(id.value()));
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (get(id)) {
            case Reply.Given<Optional<Entry>>(var found) ->
                    found.<FindAnswer>map(entry -> new Booked(entry.document()))
                            .orElseGet(Absent::new);
            case Reply.Missed<Optional<Entry>>(var fault) -> new Failed(fault);
            case Reply.Taken<Optional<Entry>>() -> new Failed(taken(id.value()));
        };
    }

    private Reply<Optional<Entry>> get(ExternalId id) {
        return wire.read("get", id.value(), () -> wire.host().books().byKey(id.value()));
    }
}
