package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Amount;
import io.orderloom.task.TaskKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A task of an order that is due now, whether or not anybody can do it. A pure function of the
 * state: a task that cannot be done yet stays due, with its cause, until it is done.
 *
 * @param cause the reason why it is due, in words for a person
 * @param moneyAtRisk the money that is in the wrong hands until it is done, where that is known
 */
public record Due(TaskKind task, String cause, Optional<Amount> moneyAtRisk) {

    private Due(TaskKind task, String cause) {
        this(task, cause, Optional.empty());
    }

    /** The due task of a kind, if there is one. */
    public static Optional<Due> of(OrderState order, TaskKind task) {
        return order instanceof Placed placed
                ? of(placed).stream().filter(due -> due.task() == task).findFirst()
                : Optional.empty();
    }

    public static List<Due> of(Placed order) {
        var due = new ArrayList<Due>();
        post(order, due);
        amend(order, due);
        credit(order, due);
        switch (order.refundDue()) {
            case REQUESTED, FAILED ->
                    due.add(refund(order, "the buyer of a cancelled order is owed"));
            case ASKED ->
                    due.add(
                            refund(
                                    order,
                                    "somebody has to say whether the buyer of a cancelled order"
                                            + " gets the rest,"));
            case UNDER_WAY -> due.add(refund(order, "it is on its way, but not seen to arrive:"));
            case NOT_CANCELLED, NOT_DECIDED, SETTLED -> {}
        }
        for (var line : order.quantities()) {
            if (line.toReturn().compareTo(line.returned()) > 0) {
                due.add(
                        new Due(
                                TaskKind.RETURN,
                                "%s of line %s are to come back"
                                        .formatted(
                                                line.toReturn().minus(line.returned()),
                                                line.lineId())));
            }
        }
        return List.copyOf(due);
    }

    private static Due refund(Placed order, String what) {
        return new Due(
                TaskKind.REFUND,
                "%s %s; %s of %s went back"
                        .formatted(
                                what,
                                order.refundable().transaction(),
                                order.givenBack().transaction(),
                                order.taken().transaction()),
                Optional.of(order.refundable()));
    }

    private static void post(Placed order, List<Due> due) {
        switch (order.posting()) {
            case Posting.Requested _ when order.cancellation().isEmpty() ->
                    due.add(new Due(TaskKind.ERP_POST, "the ERP has no document of it yet"));
            case Posting.Refused(var fault) when order.cancellation().isEmpty() ->
                    due.add(new Due(TaskKind.ERP_POST, "the ERP refused it: " + fault.detail()));
            case Posting.InDoubt() ->
                    due.add(
                            new Due(
                                    TaskKind.ERP_POST,
                                    order.cancellation().isEmpty()
                                            ? "it is not known whether the ERP has a document of it"
                                            : "cancelled, but the ERP may have a document of it"));
            case Posting.Cancelling(var document) ->
                    due.add(
                            new Due(
                                    TaskKind.ERP_CANCEL,
                                    "cancelled, but the ERP has " + document.number()));
            case Posting.CancelRefused(var document, var fault) ->
                    due.add(
                            new Due(
                                    TaskKind.ERP_CANCEL,
                                    "the ERP keeps %s: %s"
                                            .formatted(document.number(), fault.detail())));
            case Posting.Requested _,
                    Posting.Refused _,
                    Posting.NotNeeded _,
                    Posting.Skipped _,
                    Posting.Posted _,
                    Posting.Cancelled _ -> {}
        }
    }

    /**
     * Adds an amendment if the ERP's document is of an older revision, or if changes have not
     * reached it.
     */
    private static void amend(Placed order, List<Due> due) {
        if (!(order.posting() instanceof Posting.Posted(var document))) {
            return;
        }
        int made = order.erp().amendment().map(ErpBooks.Amendment::upTo).orElse(0);
        boolean old = order.erp().bookedRevision().filter(order.head().source()::equals).isEmpty();
        boolean others =
                (TaskCounters.besidesEdits(order) > 0 || cancelledInPart(order))
                        && made < TaskCounters.amendments(order);
        if (old || others) {
            due.add(
                    new Due(
                            TaskKind.ERP_AMEND,
                            "%s does not show all that changed since revision %s"
                                    .formatted(
                                            document.number(),
                                            order.erp().bookedRevision().orElse("?"))));
        }
    }

    /** Whether a cancellation of the whole order stopped some of its units. */
    private static boolean cancelledInPart(Placed order) {
        return order.cancellation().isPresent()
                && order.quantities().stream().anyMatch(line -> !line.cancelled().isZero());
    }

    /** Adds a credit note if more went back to the buyer than the ERP has credited. */
    private static void credit(Placed order, List<Due> due) {
        if (!(order.posting() instanceof Posting.Posted(var document))
                || TaskCounters.creditable(order) == 0) {
            return;
        }
        var ledger = order.profile().ledger();
        var back = Derivation.STANDARD.refunded(order).in(ledger);
        if (back.compareTo(order.erp().credited()) > 0) {
            due.add(
                    new Due(
                            TaskKind.ERP_CREDIT,
                            "%s went back to the buyer, but %s was credited on %s"
                                    .formatted(back, order.erp().credited(), document.number())));
        }
    }
}
