package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.erp.Drops.Row;
import io.orderloom.simulation.erp.Drops.Wish;
import java.util.Optional;

/**
 * The adapter for an ERP that reads files and answers in files. The file's name is the external id.
 * A file that is there, was read or has an answer is not put there again.
 */
final class FileDropErp extends TwinErp {

    FileDropErp(FaultyConnection wire) {
        super(wire);
    }

    /** The progress of an order's or a cancellation's file. */
    private sealed interface Progress {
        record NotThere() implements Progress {}

        record Unanswered() implements Progress {}

        record Answered(Row row) implements Progress {}
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return switch (progress(order(id))) {
            case Reply.Given<Progress>(var progress) ->
                    switch (progress) {
                        case Progress.NotThere() ->
                                new Failed(
                                        put(
                                                order(id),
                                                new Wish.Book(SentSalesOrder.of(booking, id))));
                        case Progress.Unanswered() -> new Failed(unanswered(order(id)));
                        case Progress.Answered(Row.Done(var number)) ->
                                new Booked(document(number));
                        case Progress.Answered(Row.Refused(var why)) -> refused(why, order(id));
                    };
            case Reply.Missed<Progress>(var fault) -> new Failed(fault);
            case Reply.Taken<Progress>() -> new Failed(taken(id.value()));
        };
    }

    /**
     * The file is put away before the rejection is returned, so that a new request creates a new
     * file.
     */
    private PostAnswer refused(Entered.Refused why, String name) {
        return switch (wire.write(
                "put away", name, _ -> wire.host().drops().putAwayRefused(name))) {
            case Reply.Given<Boolean> _ -> new Failed(why.fault());
            case Reply.Missed<Boolean>(var fault) -> new Failed(fault);
            case Reply.Taken<Boolean>() -> new Failed(taken(name));
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (progress(order(id))) {
            case Reply.Given<Progress>(var progress) ->
                    switch (progress) {
                        case Progress.NotThere() -> new Absent();
                        case Progress.Unanswered() -> new Failed(unanswered(order(id)));
                        case Progress.Answered(Row.Done(var number)) ->
                                new Booked(document(number));
                        case Progress.Answered(Row.Refused _) -> new Absent();
                    };
            case Reply.Missed<Progress>(var fault) -> new Failed(fault);
            case Reply.Taken<Progress>() -> new Failed(taken(id.value()));
        };
    }

    @Override
    public CancelAnswer cancel(ExternalId id, String reason) {
        return switch (find(id)) {
            case Absent absent -> absent;
            case Failed failed -> failed;
            case Booked(var document) when document.state() == ErpDocument.State.CANCELLED ->
                    new Booked(document);
            case Booked(var document) -> cancel(id, document);
        };
    }

    private CancelAnswer cancel(ExternalId id, ErpDocument document) {
        return switch (progress(cancellation(id))) {
            case Reply.Given<Progress>(var progress) ->
                    switch (progress) {
                        case Progress.NotThere() ->
                                new Failed(
                                        put(
                                                cancellation(id),
                                                new Wish.Cancel(document.reference().id())));
                        case Progress.Unanswered() -> new Failed(unanswered(cancellation(id)));
                        case Progress.Answered(Row.Done(var number)) ->
                                new Booked(document(number));
                        case Progress.Answered(Row.Refused(var why)) -> new Failed(why.fault());
                    };
            case Reply.Missed<Progress>(var fault) -> new Failed(fault);
            case Reply.Taken<Progress>() -> new Failed(taken(id.value()));
        };
    }

    private Reply<Progress> progress(String name) {
        return wire.read(
                "look for file",
                name,
                () -> {
                    var drops = wire.host().drops();
                    return drops.answer(name)
                            .<Progress>map(Progress.Answered::new)
                            .or(() -> seen(drops, name))
                            .orElseGet(Progress.NotThere::new);
                });
    }

    private static Optional<Progress> seen(Drops drops, String name) {
        return drops.shows(name) ? Optional.of(new Progress.Unanswered()) : Optional.empty();
    }

    /** A file that was put there has no answer yet; its result is to be looked up. */
    private Fault put(String name, Wish wish) {
        return switch (wire.write(
                "put file", name, commit -> wire.host().drops().put(name, wish, commit))) {
            case Reply.Given<Boolean> _ -> unanswered(name);
            case Reply.Missed<Boolean>(var fault) -> fault;
            case Reply.Taken<Boolean>() -> taken(name);
        };
    }

    private ErpDocument document(String number) {
        return wire.host().books().get(number).document();
    }

    private static Fault unanswered(String name) {
        return new Fault.InDoubt(name + " is not answered yet");
    }

    private static String order(ExternalId id) {
        return id.part("order.csv").value();
    }

    private static String cancellation(ExternalId id) {
        return id.part("cancellation.csv").value();
    }
}
