package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.RefundState.Stage;
import io.orderloom.fact.Disposition;
import io.orderloom.fact.ErpFact;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fact.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Adds one fact to what is known of a placed order. Every case is a sum, a maximum, a minimum or
 * the latest revision, so that any two facts may change places.
 */
final class Accumulation {
    private Accumulation() {}

    static Placed of(Placed order, Fact fact) {
        var draft = new Draft(order);
        add(draft, fact);
        return draft.placed();
    }

    private static void add(Draft draft, Fact fact) {
        switch (fact) {
            case Fact.OrderPlaced _, Fact.OrderEdited _ ->
                    throw new IllegalStateException("a document is added as its terms");
            case Fact.OrderCancelled cancelled -> add(draft, cancelled);
            case Fact.LinesCancelled cancelled -> {
                count(draft, UnitCount.CANCEL_REQUESTED, cancelled.units());
                draft.tally(EventCount.PART_CANCELLATIONS);
            }
            case Fact.RefundRequested asked ->
                    draft.refund(asked.reference(), r -> r.reached(Stage.REQUESTED));
            case Fact.RefundPending pending ->
                    draft.refund(pending.reference(), r -> r.underWay(pending.amount()));
            case Fact.RefundSettled settled -> add(draft, settled);
            case Fact.RefundFailed failed ->
                    draft.refund(
                            failed.reference(), r -> r.failedBy(RaisedExceptions.refusal(failed)));
            case ErpFact erp -> ErpAccumulation.add(draft, erp);
            case PaymentFact payment -> add(draft, payment);
            case FulfilmentFact fulfilment -> add(draft, fulfilment);
            case ReturnFact returned -> add(draft, returned);
            case ProcessFact process -> add(draft, process);
        }
    }

    static void count(Draft draft, UnitCount of, List<Units> units) {
        units.forEach(u -> draft.count(of, u.lineId(), u.quantity()));
    }

    private static void add(Draft draft, Fact.OrderCancelled fact) {
        var news =
                new Cancellation(
                        fact.reason(),
                        fact.provenance().occurredAt(),
                        fact.provenance().key().toString());
        draft.cancellation = Optional.of(draft.cancellation.map(news::earlier).orElse(news));
        draft.captured = draft.captured.max(fact.captured());
    }

    private static void add(Draft draft, Fact.RefundSettled fact) {
        draft.refund(
                fact.reference(), r -> r.settledBy(fact.amount(), fact.payment(), fact.cause()));
        count(draft, UnitCount.REFUNDED, fact.units());
        fact.taxes().forEach(t -> draft.tax(t.jurisdiction(), j -> j.refundedBy(t.amount())));
        if (fact.cause() != RefundCause.CANCELLATION) {
            draft.tally(EventCount.CREDITABLE);
        }
    }

    private static void add(Draft draft, PaymentFact fact) {
        switch (fact) {
            case PaymentFact.PaymentAuthorized f ->
                    draft.payment(f.payment(), p -> p.authorizedBy(f.amount()));
            case PaymentFact.PaymentStated f ->
                    draft.paid(f.status(), f.captured(), draft.total, Revision.of(f));
            case PaymentFact.PaymentCaptured f -> {
                draft.payment(f.payment(), p -> p.capturedBy(f.amount()));
                draft.tally(EventCount.CAPTURES);
            }
            case PaymentFact.PaymentVoided f -> draft.payment(f.payment(), PaymentTree::asVoided);
            case PaymentFact.PaymentFailed f -> draft.payment(f.payment(), PaymentTree::asFailed);
            case PaymentFact.PaymentExpired f -> draft.payment(f.payment(), PaymentTree::asExpired);
        }
    }

    private static void add(Draft draft, FulfilmentFact fact) {
        switch (fact) {
            case FulfilmentFact.Allocated f -> count(draft, UnitCount.ALLOCATED, f.units());
            case FulfilmentFact.AllocationFailed f ->
                    count(draft, UnitCount.ALLOCATION_FAILED, f.units());
            case FulfilmentFact.Backordered f -> count(draft, UnitCount.BACKORDERED, f.units());
            case FulfilmentFact.Shipped f -> count(draft, UnitCount.SHIPPED, f.units());
            case FulfilmentFact.Delivered f -> count(draft, UnitCount.DELIVERED, f.units());
            case FulfilmentFact.DeliveryFailed f ->
                    count(draft, UnitCount.DELIVERY_FAILED, f.units());
            case FulfilmentFact.ReturnedToSender f ->
                    count(draft, UnitCount.RETURNED_TO_SENDER, f.units());
            case FulfilmentFact.PickedUp f -> {
                count(draft, UnitCount.SHIPPED, f.units());
                count(draft, UnitCount.DELIVERED, f.units());
            }
            case FulfilmentFact.Substituted f -> {
                draft.count(UnitCount.SUBSTITUTED, f.lineId(), f.quantity());
                draft.line(f.lineId(), l -> l.substitutedBy(f.worth()));
                draft.tally(EventCount.SUBSTITUTIONS);
            }
        }
    }

    private static void add(Draft draft, ReturnFact fact) {
        switch (fact) {
            case ReturnFact.ReturnRequested f ->
                    count(draft, UnitCount.RETURN_REQUESTED, f.units());
            case ReturnFact.ReturnReceived f -> count(draft, UnitCount.RETURNED, f.units());
            case ReturnFact.ReturnInspected f -> {
                switch (f.disposition()) {
                    case Disposition.RESTOCK -> count(draft, UnitCount.RESTOCKED, f.units());
                    case Disposition.QUARANTINE -> count(draft, UnitCount.QUARANTINED, f.units());
                    case Disposition.NONE -> {}
                }
                draft.tally(EventCount.CREDITABLE);
            }
        }
    }

    private static void add(Draft draft, ProcessFact fact) {
        switch (fact) {
            case ProcessFact.TaxAdjusted f -> {
                draft.tax(f.jurisdiction(), t -> t.adjustedBy(f.by()));
                draft.tally(EventCount.TAX_ADJUSTMENTS);
            }
            case ProcessFact.HoldPlaced f -> draft.hold(f.hold(), h -> h.placed(f.kind()));
            case ProcessFact.HoldReleased f -> {
                draft.hold(f.hold(), HoldState::asReleased);
                draft.tally(EventCount.RELEASES);
            }
            case ProcessFact.CaseLinked f -> draft.linkedTo(f.caseId());
            case ProcessFact.Erased _ -> draft.erased = true;
        }
    }

    /** The order as placed, before anything else happened to it. */
    static Placed placed(
            OrderState order, OrderTerms terms, PostingProfile profile, String correlationId) {
        var zero = terms.total().zero();
        var bare =
                new Placed(
                        order.id(),
                        order.version(),
                        correlationId,
                        profile,
                        terms.test(),
                        terms.total(),
                        terms.revision(),
                        terms.document(),
                        terms.total(),
                        terms.payment(),
                        terms.revision(),
                        terms.captured(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        ErpBooks.untouched(zero.in(profile.ledger())),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        false,
                        Map.of());
        var draft = new Draft(bare);
        show(draft, terms);
        hold(draft, terms);
        paid(draft, terms);
        return draft.placed();
    }

    /**
     * Adds a further revision of the document. The latest revision holds; of an older one only its
     * lines and the captured amount are noted.
     */
    static Placed revised(Placed order, OrderTerms terms) {
        var draft = new Draft(order);
        draft.tally(EventCount.EDITS);
        show(draft, terms);
        paid(draft, terms);
        if (terms.revision().compareTo(order.head()) > 0) {
            draft.head = terms.revision();
            draft.document = terms.document();
            draft.total = terms.total();
            hold(draft, terms);
        }
        return draft.placed();
    }

    private static void paid(Draft draft, OrderTerms terms) {
        draft.paid(terms.payment(), terms.captured(), terms.total(), terms.revision());
    }

    private static void show(Draft draft, OrderTerms terms) {
        terms.lines().forEach(line -> draft.line(line.lineId(), l -> l.shown(line.ordered())));
    }

    private static void hold(Draft draft, OrderTerms terms) {
        var lines =
                terms.lines().stream().collect(Collectors.toMap(LineTerms::lineId, line -> line));
        draft.everyLine(known -> {
            var now = lines.get(known.lineId());
            return now == null ? known.dropped() : known.on(now);
        });
        draft.everyTax(known -> known.charging(known.charged().zero()));
        new ArrayList<>(terms.taxes())
                .forEach(tax -> draft.tax(tax.jurisdiction(), j -> j.charging(tax.charged())));
    }
}
