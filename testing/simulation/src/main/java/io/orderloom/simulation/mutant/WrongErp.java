package io.orderloom.simulation.mutant;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ErpDocument.State;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.ExternalReference;
import io.orderloom.simulation.world.Tampering;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Mutants whose ERP adapter answers something else than it did. */
final class WrongErp {
    private static final Logger LOG = Logger.getLogger(WrongErp.class);

    private WrongErp() {}

    /** Books nothing and answers that it did. */
    static Tampering bookingNothing() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    @Override
                    public PostAnswer post(Booking booking, ExternalId id) {
                        return new Booked(
                                new ErpDocument(
                                        new ExternalReference(name(), "sales-order", "99"),
                                        "SO-99",
                                        booking.total(),
                                        State.CONFIRMED));
                    }
                });
    }

    /** Cancels nothing and answers that it did. */
    static Tampering cancellingNothing() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    @Override
                    public CancelAnswer cancel(ExternalId id, String reason) {
                        return switch (find(id)) {
                            case Booked(var document) ->
                                    new Booked(
                                            new ErpDocument(
                                                    document.reference(),
                                                    document.number(),
                                                    document.total(),
                                                    State.CANCELLED));
                            case Absent absent -> absent;
                            case Failed failed -> failed;
                        };
                    }
                });
    }

    /** Treats a call whose answer was lost as one that was never made. */
    static Tampering neverInDoubt() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    @Override
                    public PostAnswer post(Booking booking, ExternalId id) {
                        return switch (super.post(booking, id)) {
                            case Failed(Fault.InDoubt(var detail)) ->
                                    new Failed(new Fault.Transient(detail));
                            case Failed failed -> failed;
                            case Booked booked -> booked;
                        };
                    }
                });
    }

    /** Answers with the document of the order before. */
    static Tampering settlingTheWrongOrder() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    private Optional<ErpDocument> before = Optional.empty();

                    @Override
                    public PostAnswer post(Booking booking, ExternalId id) {
                        return switch (super.post(booking, id)) {
                            case Booked(var document) -> {
                                var wrong = before.orElse(document);
                                before = Optional.of(document);
                                yield new Booked(
                                        new ErpDocument(
                                                wrong.reference(),
                                                wrong.number(),
                                                document.total(),
                                                document.state()));
                            }
                            case Failed failed -> failed;
                        };
                    }
                });
    }

    /** Treats a rejection as a success. */
    static Tampering takingRefusalForSuccess() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    @Override
                    public PostAnswer post(Booking booking, ExternalId id) {
                        return switch (super.post(booking, id)) {
                            case Failed(Fault.Rejected _) ->
                                    new Booked(
                                            new ErpDocument(
                                                    new ExternalReference(
                                                            name(), "sales-order", "98"),
                                                    "SO-98",
                                                    booking.total(),
                                                    State.CONFIRMED));
                            case Failed failed -> failed;
                            case Booked booked -> booked;
                        };
                    }
                });
    }

    /** Logs the buyer's name. */
    static Tampering loggingTheBuyer() {
        return Seams.erp(erp ->
                new ForwardingErp(erp) {
                    @Override
                    public PostAnswer post(Booking booking, ExternalId id) {
                        LOG.infof("booking for %s", booking.personalData().name().orElse(""));
                        return super.post(booking, id);
                    }
                });
    }
}
