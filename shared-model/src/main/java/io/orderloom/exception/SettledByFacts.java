package io.orderloom.exception;

import io.orderloom.core.Due;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Type;
import io.orderloom.core.OrderState;
import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Posting;
import io.orderloom.fact.Fact;
import io.orderloom.task.TaskKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which exceptions the facts of their order have settled since, whoever brought that about: the
 * posting went through after all, the refund was given in the shop, the order was cancelled. Pure.
 */
public final class SettledByFacts {
    private static final String TASK = "task";

    private SettledByFacts() {}

    /** How it was settled; empty as long as it is not. */
    public static Optional<String> how(OrderException exception, OrderState order) {
        return switch (order) {
            case Expected _ -> Optional.empty();
            case Placed placed
                    when ofRefusal(exception) && placed.posting() instanceof Posting.InDoubt ->
                    Optional.of("it was tried again, and is in doubt since");
            case Placed placed ->
                    placing(exception)
                            ? Optional.of("the order was placed after all")
                            : task(exception)
                                    .filter(task -> Due.of(placed, task).isEmpty())
                                    .filter(_ -> !ofDoubt(exception) || clearedUp(placed))
                                    .map(task -> task.label() + " is no longer due");
        };
    }

    /** The order's task that does not get on because of it. */
    public static Optional<TaskKind> task(OrderException exception) {
        if (exception.type() == Type.DEAD_LETTER) {
            return labelled(exception.path());
        }
        var parts = parts(exception);
        if (parts.size() == 3 && parts.get(1).equals(TASK)) {
            return labelled(parts.get(2));
        }
        return switch (factKind(exception)) {
            case Fact.ErpRefused.KIND, Fact.ErpInDoubt.KIND -> Optional.of(TaskKind.ERP_POST);
            case Fact.ErpCancelRefused.KIND -> Optional.of(TaskKind.ERP_CANCEL);
            case Fact.RefundFailed.KIND -> Optional.of(TaskKind.REFUND);
            default -> Optional.empty();
        };
    }

    static boolean refundFailed(OrderException exception) {
        return factKind(exception).equals(Fact.RefundFailed.KIND);
    }

    private static boolean ofRefusal(OrderException exception) {
        return factKind(exception).equals(Fact.ErpRefused.KIND);
    }

    private static boolean ofDoubt(OrderException exception) {
        return factKind(exception).equals(Fact.ErpInDoubt.KIND);
    }

    /** Only the ERP can: it has a document, or had one, or says that there is none. */
    private static boolean clearedUp(Placed order) {
        var erp = order.erp();
        return erp.document().isPresent() || erp.skipped() || erp.cancelled().isPresent();
    }

    /** A document that does not add up; one of an order that is here already is a conflict. */
    private static boolean placing(OrderException exception) {
        return factKind(exception).equals(Fact.OrderPlaced.KIND)
                && (exception.type() == Type.MONEY || exception.type() == Type.QUANTITY);
    }

    private static Optional<TaskKind> labelled(String label) {
        return Stream.of(TaskKind.values()).filter(t -> t.label().equals(label)).findFirst();
    }

    private static List<String> parts(OrderException exception) {
        return List.of(exception.fingerprint().split("\\|", -1));
    }

    /**
     * Of the fact whose key the fingerprint begins with. An event that a subscriber was not told
     * has its id there, which may name a fact, too; that fact's trouble may be over, and the
     * subscriber is still to be told.
     */
    private static String factKind(OrderException exception) {
        var parts = parts(exception);
        return exception.type() != Type.SUBSCRIBER && parts.size() > 4 ? parts.get(1) : "";
    }
}
