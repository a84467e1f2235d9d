package io.orderloom.core;

import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.core.OrderState.Cancellation;
import io.orderloom.core.OrderState.Cancellation.Refund;
import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Fact.ErpCancelRefused;
import io.orderloom.fact.Fact.ErpCancelled;
import io.orderloom.fact.Fact.ErpPosted;
import io.orderloom.fact.Fact.ErpPostingSkipped;
import io.orderloom.fact.Fact.ErpRefused;
import io.orderloom.fact.Fact.OrderCancelled;
import io.orderloom.fact.Fact.OrderPlaced;
import io.orderloom.fact.Fact.RefundFailed;
import io.orderloom.fact.Fact.RefundSettled;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.order.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what follows from a fact. Pure: everything it knows is in its arguments. */
public final class OrderCore {
    private OrderCore() {}

    /**
     * What a fact that was not absorbed before does to an order. Repetitions are found by the
     * fact's key before this is asked.
     *
     * @param profile how the channel's orders are booked; read only when the order is placed
     */
    public static Decision decide(OrderState order, Fact fact, PostingProfile profile) {
        if (fact.provenance().role() != fact.owner()) {
            return refuse(
                    fact,
                    Type.OWNERSHIP,
                    "provenance.role",
                    "%s states %s, which only %s may"
                            .formatted(
                                    fact.provenance().role(),
                                    fact.provenance().key().kind(),
                                    fact.owner()),
                    Owner.INTEGRATION_TEAM,
                    Optional.empty());
        }
        return switch (order) {
            case Expected expected when fact instanceof OrderPlaced placed ->
                    accept(expected, placed, profile);
            case Expected expected -> apply(expected, fact, List.of(new Change.Deferred(fact)));
            case Placed placed -> decide(placed, fact);
        };
    }

    private static Decision accept(Expected expected, OrderPlaced fact, PostingProfile profile) {
        var violation = MoneyCheck.of(fact.order());
        if (violation.isPresent()) {
            return refuse(
                    fact,
                    Type.MONEY,
                    violation.get().path(),
                    violation.get().detail(),
                    Owner.FINANCE,
                    Optional.of(fact.order().declared().total()));
        }
        var changes = new ArrayList<Change>();
        changes.add(accepted(fact.order(), profile));
        changes.add(
                fact.order().flags().test()
                                && profile.testOrders() == PostingProfile.TestOrders.NOT_BOOKED
                        ? new Change.PostingNotNeeded()
                        : new Change.PostingRequested());
        var state = evolve(expected, changeSet(expected, fact, changes));
        for (var early : expected.waiting()) {
            var next = afterOrder(state, early);
            changes.addAll(next);
            state = evolve(expected, changeSet(expected, fact, changes));
        }
        return apply(expected, fact, changes);
    }

    private static Change.Accepted accepted(Order order, PostingProfile profile) {
        return new Change.Accepted(
                1,
                profile,
                order.declared().total(),
                order.captured(),
                order.lines().stream()
                        .map(line -> LineQuantities.ordered(line.lineId(), line.quantity()))
                        .toList());
    }

    private static List<Change> afterOrder(OrderState state, Fact early) {
        return switch (state) {
            case Expected _ -> List.of();
            case Placed placed ->
                    switch (decide(placed, early)) {
                        case Decision.Apply(var changeSet) -> changeSet.changes();
                        case Decision.Refuse(var exception) ->
                                List.of(new Change.ExceptionRaised(exception));
                    };
        };
    }

    private static Decision decide(Placed order, Fact fact) {
        return switch (fact) {
            case OrderPlaced again ->
                    refuse(
                            again,
                            Type.CONFLICT,
                            "order",
                            "%s was placed before under another fact".formatted(order.id()),
                            Owner.INTEGRATION_TEAM,
                            Optional.of(again.order().declared().total()));
            case OrderCancelled cancelled -> apply(order, fact, cancel(order, cancelled));
            case ErpPosted posted -> posted(order, posted);
            case ErpRefused refused -> apply(order, fact, refused(order, refused));
            case ErpPostingSkipped _ ->
                    apply(
                            order,
                            fact,
                            thenRefund(order, fact, List.of(new Change.PostingSkipped())));
            case ErpCancelled cancelled ->
                    apply(
                            order,
                            fact,
                            thenRefund(
                                    order,
                                    fact,
                                    List.of(new Change.ErpCancelled(cancelled.document()))));
            case ErpCancelRefused refused -> apply(order, fact, cancelRefused(order, refused));
            case RefundSettled settled -> refunded(order, settled);
            case RefundFailed failed -> apply(order, fact, refundFailed(order, failed));
        };
    }

    private static List<Change> cancel(Placed order, OrderCancelled fact) {
        if (order.cancellation().isPresent()) {
            return List.of(new Change.Repeated("the order is cancelled already"));
        }
        var cancelled = new Change.Cancelled(fact.reason(), fact.captured());
        return switch (order.posting()) {
            // The ERP has been asked or is about to be: erp-post finds out and answers either way.
            case Posting.Requested _ -> List.of(cancelled);
            case Posting.Posted(var document) ->
                    List.of(cancelled, new Change.ErpCancelRequested(document));
            case Posting.NotNeeded _, Posting.Skipped _, Posting.Refused _ ->
                    thenRefund(order, fact, List.of(cancelled));
            case Posting.Cancelling _, Posting.Cancelled _, Posting.CancelRefused _ ->
                    List.of(cancelled);
        };
    }

    private static Decision posted(Placed order, ErpPosted fact) {
        var document = fact.document();
        var expected = order.total().in(order.profile().ledger());
        var changes = new ArrayList<Change>();
        changes.add(new Change.Posted(document));
        if (!document.total().equals(expected)) {
            changes.add(
                    new Change.ExceptionRaised(
                            exception(
                                    fact,
                                    Type.MONEY,
                                    "erp.total",
                                    "%s %s is %s in the ERP, but the order is %s"
                                            .formatted(
                                                    document.reference().kind(),
                                                    document.number(),
                                                    document.total(),
                                                    expected),
                                    Owner.FINANCE,
                                    Optional.of(order.total()))));
        }
        if (order.cancellation().isPresent()) {
            changes.add(new Change.ErpCancelRequested(document));
        }
        return apply(order, fact, changes);
    }

    private static List<Change> refused(Placed order, ErpRefused fact) {
        var changes =
                List.<Change>of(
                        new Change.PostingRefused(fact.fault()),
                        new Change.ExceptionRaised(
                                exception(
                                        fact,
                                        Type.ERP,
                                        subject(fact.fault()),
                                        fact.fault().detail(),
                                        Owner.ERP_TEAM,
                                        Optional.of(order.total()))));
        return order.cancellation().isPresent() ? thenRefund(order, fact, changes) : changes;
    }

    private static List<Change> cancelRefused(Placed order, ErpCancelRefused fact) {
        return switch (order.posting()) {
            case Posting.Cancelling(var document) ->
                    List.of(
                            new Change.ErpCancelRefused(document, fact.fault()),
                            new Change.ExceptionRaised(
                                    exception(
                                            fact,
                                            Type.ERP,
                                            subject(fact.fault()),
                                            "cancelled at the channel, but the ERP keeps %s: %s"
                                                    .formatted(
                                                            document.number(),
                                                            fact.fault().detail()),
                                            Owner.CUSTOMER_SERVICE,
                                            Optional.of(order.refundable()))));
            case Posting.Requested _,
                    Posting.NotNeeded _,
                    Posting.Skipped _,
                    Posting.Refused _,
                    Posting.Posted _,
                    Posting.Cancelled _,
                    Posting.CancelRefused _ ->
                    List.of(new Change.Repeated("nothing is being cancelled in the ERP"));
        };
    }

    private static Decision refunded(Placed order, RefundSettled fact) {
        var left = order.refundable().minus(fact.amount());
        if (left.transaction().isNegative() || left.settlement().isNegative()) {
            return refuse(
                    fact,
                    Type.MONEY,
                    "refund[%s].amount".formatted(fact.reference()),
                    "%s given back, but only %s of what was captured is left"
                            .formatted(
                                    fact.amount().transaction(), order.refundable().transaction()),
                    Owner.FINANCE,
                    Optional.of(fact.amount()));
        }
        var changes = new ArrayList<Change>();
        changes.add(new Change.Refunded(fact.reference(), fact.amount()));
        if (order.cancellation().isPresent() && left.isZero()) {
            changes.add(new Change.RefundClosed());
        }
        return apply(order, fact, changes);
    }

    private static List<Change> refundFailed(Placed order, RefundFailed fact) {
        return List.of(
                new Change.RefundFailed(fact.fault()),
                new Change.ExceptionRaised(
                        exception(
                                fact,
                                Type.REFUND,
                                subject(fact.fault()),
                                "the buyer of a cancelled order is still owed %s: %s"
                                        .formatted(
                                                order.refundable().transaction(),
                                                fact.fault().detail()),
                                Owner.CUSTOMER_SERVICE,
                                Optional.of(order.refundable()))));
    }

    /** The ERP holds nothing of the order any more: the buyer's money is next. */
    private static List<Change> thenRefund(Placed order, Fact fact, List<Change> changes) {
        var all = new ArrayList<>(changes);
        var after = evolve(order, changeSet(order, fact, changes));
        if (!(after instanceof Placed placed) || refundDecided(placed)) {
            return all;
        }
        var owed = placed.refundable();
        if (owed.isZero()) {
            all.add(new Change.RefundClosed());
        } else if (placed.refunded().isZero()) {
            all.add(new Change.RefundRequested(owed));
        } else {
            // Somebody decided on a part: giving back the rest unasked could be giving too much.
            all.add(
                    new Change.ExceptionRaised(
                            exception(
                                    fact,
                                    Type.REFUND,
                                    "refund",
                                    "cancelled after %s of %s was given back; say whether the rest"
                                                    .formatted(
                                                            placed.refunded().transaction(),
                                                            placed.captured().transaction())
                                            + " is owed",
                                    Owner.CUSTOMER_SERVICE,
                                    Optional.of(owed))));
        }
        return all;
    }

    private static boolean refundDecided(Placed order) {
        return order.cancellation().map(Cancellation::refund).orElse(Refund.SETTLED)
                != Refund.NOT_DECIDED;
    }

    private static String subject(Fault fault) {
        return switch (fault) {
            case Fault.Rejected rejected -> rejected.reason() + ":" + rejected.subject();
            case Fault.Invalid invalid -> invalid.path();
            case Fault.Transient _ -> "erp.unavailable";
            case Fault.RateLimited _ -> "erp.rate-limited";
            case Fault.InDoubt _ -> "erp.in-doubt";
            case Fault.Unauthorized _ -> "erp.credentials";
            case Fault.Conflict _ -> "erp.conflict";
            case Fault.Bug _ -> "bug";
        };
    }

    /** The state after a change-set. */
    public static OrderState evolve(OrderState state, ChangeSet changeSet) {
        return Evolution.of(state, changeSet);
    }

    private static Decision apply(OrderState order, Fact fact, List<Change> changes) {
        return new Decision.Apply(changeSet(order, fact, changes));
    }

    private static ChangeSet changeSet(OrderState order, Fact fact, List<Change> changes) {
        return new ChangeSet(
                order.id(),
                order.version() + 1,
                fact.provenance().key(),
                fact.provenance().occurredAt(),
                fact.provenance().correlationId(),
                changes);
    }

    private static Decision refuse(
            Fact fact,
            Type type,
            String path,
            String detail,
            Owner owner,
            Optional<Amount> moneyAtRisk) {
        return new Decision.Refuse(exception(fact, type, path, detail, owner, moneyAtRisk));
    }

    private static OrderException exception(
            Fact fact,
            Type type,
            String path,
            String detail,
            Owner owner,
            Optional<Amount> moneyAtRisk) {
        return new OrderException(
                fact.provenance().key() + "|" + type + "|" + path,
                type,
                path,
                detail,
                owner,
                fact.provenance().recordedAt(),
                fact.provenance().correlationId(),
                moneyAtRisk);
    }
}
