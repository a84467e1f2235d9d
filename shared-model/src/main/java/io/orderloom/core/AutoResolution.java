package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.exception.Fingerprint.OfBookedTwice;
import io.orderloom.exception.Fingerprint.OfCardNumber;
import io.orderloom.exception.Fingerprint.OfContradiction;
import io.orderloom.exception.Fingerprint.OfCredentials;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.exception.Fingerprint.OfFact;
import io.orderloom.exception.Fingerprint.OfMissingOrder;
import io.orderloom.exception.Fingerprint.OfOutage;
import io.orderloom.exception.Fingerprint.OfPayload;
import io.orderloom.exception.Fingerprint.OfPlacedAgain;
import io.orderloom.exception.Fingerprint.OfTamperedLog;
import io.orderloom.exception.Fingerprint.OfTask;
import io.orderloom.exception.Fingerprint.OfUncovered;
import io.orderloom.exception.Fingerprint.OfUnknownForm;
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.task.TaskKind;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds exceptions that later facts of their order have settled, no matter how: the posting went
 * through after all, the refund was given in the shop, the order was cancelled. Pure.
 */
public final class AutoResolution {
    private AutoResolution() {}

    /** How the exception was settled; empty as long as it is not. */
    public static Optional<String> how(OrderException exception, OrderState order) {
        return switch (order) {
            case Awaited _ -> Optional.empty();
            case Placed placed
                    when ofRefusal(exception) && placed.posting() instanceof Posting.InDoubt ->
                    Optional.of("it was tried again, and is in doubt since");
            case Placed placed when exception.fingerprint() instanceof OfUncovered ->
                    Uncovered.troubling(placed).isEmpty()
                            ? Optional.of("other facts cover all that was stated")
                            : Optional.empty();
            case Placed placed ->
                    placing(exception) || exception.fingerprint() instanceof OfMissingOrder
                            ? Optional.of("the order was placed after all")
                            : task(exception)
                                    .filter(task -> Due.of(placed, task).isEmpty())
                                    .filter(_ -> !ofDoubt(exception) || clearedUp(placed))
                                    .map(task -> task.label() + " is no longer due");
        };
    }

    /** The order's task that the exception keeps from going on. */
    public static Optional<TaskKind> task(OrderException exception) {
        return switch (exception.fingerprint()) {
            case OfDeadLetter _ -> labelled(exception.path());
            case OfTask(_, var task) -> labelled(task);
            case OfFact(var key, _, _) -> waitingFor(key);
            case OfPlacedAgain(var key, _, _) -> waitingFor(key);
            case OfContradiction(var key) -> waitingFor(key);
            case OfBookedTwice _,
                    OfMissingOrder _,
                    OfUncovered _,
                    OfPayload _,
                    OfUntoldEvent _,
                    OfOutage _,
                    OfCredentials _,
                    OfCardNumber _,
                    OfTamperedLog _,
                    OfUnknownForm _ ->
                    Optional.empty();
        };
    }

    private static Optional<TaskKind> waitingFor(FactKey key) {
        return switch (key.kind()) {
            case Fact.ErpRefused.KIND, Fact.ErpInDoubt.KIND -> Optional.of(TaskKind.ERP_POST);
            case Fact.ErpCancelRefused.KIND -> Optional.of(TaskKind.ERP_CANCEL);
            case Fact.RefundFailed.KIND -> Optional.of(TaskKind.REFUND);
            default -> Optional.empty();
        };
    }

    static boolean refundFailed(OrderException exception) {
        return isOf(Fact.RefundFailed.KIND, exception);
    }

    private static boolean ofRefusal(OrderException exception) {
        return isOf(Fact.ErpRefused.KIND, exception);
    }

    private static boolean ofDoubt(OrderException exception) {
        return isOf(Fact.ErpInDoubt.KIND, exception);
    }

    /**
     * Whether a doubt about posting is over. Only the ERP can end it: it has a document, or had
     * one, or states that there is none.
     */
    private static boolean clearedUp(Placed order) {
        var erp = order.erp();
        return erp.document().isPresent() || erp.skipped() || erp.cancelled().isPresent();
    }

    /**
     * Whether the exception is about a first document that does not add up. An order that is placed
     * a second time is a conflict, which is not meant here.
     */
    private static boolean placing(OrderException exception) {
        return isOf(Fact.OrderPlaced.KIND, exception)
                && (exception.type() == Type.MONEY || exception.type() == Type.QUANTITY);
    }

    private static Optional<TaskKind> labelled(String label) {
        return Stream.of(TaskKind.values()).filter(t -> t.label().equals(label)).findFirst();
    }

    private static boolean isOf(String factKind, OrderException exception) {
        return exception
                .fingerprint()
                .fact()
                .filter(key -> key.kind().equals(factKind))
                .isPresent();
    }
}
