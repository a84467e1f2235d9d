package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import java.util.Optional;

/** The adapter for an ERP that recognizes a repeated request by the caller's idempotency key. */
final class KeyedErp extends TwinErp {

    KeyedErp(FaultyConnection wire) {
        super(wire);
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        var order = SentSalesOrder.of(booking, id);
        return switch (wire.write(
                "create under key",
                id.value(),
                commit -> wire.host().createUnder(id.value(), order, commit))) {
            case Reply.Given<Entered>(var entered) -> answer(entered);
            case Reply.Missed<Entered>(var fault) -> new Failed(fault);
            case Reply.Taken<Entered>() -> new Failed(taken(id.value()));
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (wire.read(
                "ask for key", id.value(), () -> wire.host().madeUnder(id.value()))) {
            case Reply.Given<Optional<Entry>>(var found) ->
                    found.<FindAnswer>map(entry -> new Booked(entry.document()))
                            .orElseGet(Absent::new);
            case Reply.Missed<Optional<Entry>>(var fault) -> new Failed(fault);
            case Reply.Taken<Optional<Entry>>() -> new Failed(taken(id.value()));
        };
    }
}
