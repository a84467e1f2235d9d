package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import java.util.Optional;
import java.util.function.Function;

/**
 * The adapter for an ERP that books the same order any number of times. The adapter looks first,
 * and creates only what is not there.
 */
final class LookingErp extends TwinErp {
    private final Function<String, Optional<Entry>> look;

    /**
     * @param look finds the document of a reference, as far as the ERP shows it
     */
    LookingErp(FaultyConnection wire, Function<String, Optional<Entry>> look) {
        super(wire);
        this.look = look;
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return switch (look(id)) {
            case Reply.Given<Optional<Entry>>(var found) ->
                    found.map(this::adopt).orElseGet(() -> create(SentSalesOrder.of(booking, id)));
            // No write was made yet, so nothing is in doubt.
            case Reply.Missed<Optional<Entry>>(var fault) -> new Failed(fault);
            case Reply.Taken<Optional<Entry>>() -> new Failed(taken(id.value()));
        };
    }

    private PostAnswer create(SentSalesOrder order) {
        return switch (wire.write(
                "create", order.reference(), commit -> wire.host().create(order, commit))) {
            case Reply.Given<Entered>(var entered) -> answer(entered);
            case Reply.Missed<Entered>(var fault) -> new Failed(fault);
            case Reply.Taken<Entered>() -> new Failed(taken(order.reference()));
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (look(id)) {
            case Reply.Given<Optional<Entry>>(var found) ->
                    found.<FindAnswer>map(entry -> new Booked(entry.document()))
                            .orElseGet(Absent::new);
            case Reply.Missed<Optional<Entry>>(var fault) -> new Failed(fault);
            case Reply.Taken<Optional<Entry>>() -> new Failed(taken(id.value()));
        };
    }

    private Reply<Optional<Entry>> look(ExternalId id) {
        return wire.read("look for", id.value(), () -> look.apply(id.value()));
    }
}
