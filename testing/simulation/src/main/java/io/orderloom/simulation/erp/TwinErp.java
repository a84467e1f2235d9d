package io.orderloom.simulation.erp;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import java.time.Duration;

/** The parts that all the twins' adapters share: cancelling, and adopting an existing document. */
public abstract class TwinErp implements Erp {
    /** The ERP's name in the configuration. */
    public static final String NAME = "twin";

    final FaultyConnection wire;

    TwinErp(FaultyConnection wire) {
        this.wire = wire;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration settlingTime() {
        return wire.host().weather().settlingTime();
    }

    @Override
    public Health health() {
        return new Health(true, "simulated");
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return switch (find(id)) {
            case Absent absent -> absent;
            case Failed failed -> failed;
            case Booked(var document) when document.state() == ErpDocument.State.CANCELLED ->
                    new Booked(document);
            case Booked(var document) -> cancel(document);
        };
    }

    private CancelAnswer cancel(ErpDocument document) {
        var number = document.reference().id();
        return switch (wire.write("cancel", number, _ -> wire.host().books().cancel(number))) {
            case Reply.Given<Entry>(var entry) -> new Booked(entry.document());
            case Reply.Missed<Entry>(var fault) -> new Failed(fault);
            case Reply.Taken<Entry>() -> new Failed(taken(number));
        };
    }

    /** Adopts a document, and completes it if it was only half entered. */
    PostAnswer adopt(Entry entry) {
        if (entry.state() != ErpDocument.State.DRAFT) {
            return new Booked(entry.document());
        }
        return switch (wire.write(
                "confirm", entry.id(), _ -> wire.host().books().confirm(entry.id()))) {
            case Reply.Given<Entry>(var confirmed) -> new Booked(confirmed.document());
            case Reply.Missed<Entry>(var fault) -> new Failed(fault);
            case Reply.Taken<Entry>() -> new Failed(taken(entry.id()));
        };
    }

    PostAnswer answer(Entered entered) {
        return switch (entered) {
            case Entered.Booked(var entry) -> adopt(entry);
            case Entered.Refused refused -> new Failed(refused.fault());
        };
    }

    /** Another call, maybe an earlier one of ours, made or makes the document: it is looked up. */
    static Fault taken(String about) {
        return new Fault.InDoubt("the twin says that %s is there or in use".formatted(about));
    }
}
