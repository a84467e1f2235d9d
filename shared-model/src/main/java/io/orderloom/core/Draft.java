package io.orderloom.core;

import io.orderloom.core.Measure.Nothing;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Amount;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.Quantity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A placed order while one fact is added to it. Its lists stay sorted, so that the order of arrival
 * leaves no trace.
 */
final class Draft {
    private final Placed before;
    private final Amount zero;

    Revision head;
    String document;
    Amount total;
    private PaymentStatus payment;
    private Revision paymentRevision;
    Amount captured;
    final ErpDraft erp;
    Optional<Cancellation> cancellation;
    boolean erased;
    private Sorted<LineState, Nothing> lines;
    private Sorted<PaymentTree, Nothing> payments;
    private Sorted<RefundState, RefundSums> refunds;
    private Sorted<JurisdictionTax, Nothing> taxes;
    private Sorted<HoldState, Nothing> holds;
    private Sorted<String, Nothing> cases;
    private Map<EventCount, Integer> tallies;

    Draft(Placed before) {
        this.before = before;
        zero = before.placed().zero();
        head = before.head();
        document = before.document();
        total = before.total();
        payment = before.payment();
        paymentRevision = before.paymentRevision();
        captured = before.captured();
        erp = new ErpDraft(before.erp());
        cancellation = before.cancellation();
        erased = before.erased();
        lines = Sorted.of(before.lines());
        payments = Sorted.of(before.payments());
        refunds = Sorted.of(before.refunds(), RefundSums.MEASURE);
        taxes = Sorted.of(before.taxes());
        holds = Sorted.of(before.holds());
        cases = Sorted.of(before.cases());
        tallies = before.tallies();
    }

    void line(String id, UnaryOperator<LineState> change) {
        lines = put(lines, id, LineState::lineId, () -> LineState.unseen(id, zero), change);
    }

    void everyLine(UnaryOperator<LineState> change) {
        lines = lines.each(change);
    }

    void count(UnitCount of, String line, Quantity units) {
        line(line, l -> l.plus(of, units));
    }

    void payment(String reference, UnaryOperator<PaymentTree> change) {
        payments =
                put(
                        payments,
                        reference,
                        PaymentTree::reference,
                        () -> PaymentTree.unseen(reference, zero),
                        change);
    }

    void refund(String reference, UnaryOperator<RefundState> change) {
        refunds =
                put(
                        refunds,
                        reference,
                        RefundState::reference,
                        () -> RefundState.unseen(reference, zero),
                        change);
    }

    void tax(String jurisdiction, UnaryOperator<JurisdictionTax> change) {
        taxes =
                put(
                        taxes,
                        jurisdiction,
                        JurisdictionTax::jurisdiction,
                        () -> JurisdictionTax.of(jurisdiction, zero),
                        change);
    }

    void everyTax(UnaryOperator<JurisdictionTax> change) {
        taxes = taxes.each(change);
    }

    void hold(String hold, UnaryOperator<HoldState> change) {
        holds = put(holds, hold, HoldState::hold, () -> HoldState.unseen(hold), change);
    }

    void linkedTo(String caseId) {
        cases = put(cases, caseId, c -> c, () -> caseId, c -> c);
    }

    /**
     * Adds a statement of the channel about the payment. The latest one holds.
     *
     * @param owed the amount that the buyer owes by then; nothing at all counts as paid
     */
    void paid(PaymentStatus as, Amount taken, Amount owed, Revision revision) {
        if (as.isCovered() || taken.transaction().isPositive() || owed.isZero()) {
            tally(EventCount.COVERED_STATEMENTS);
        }
        if (as.isLapsed()) {
            tally(EventCount.LAPSED_STATEMENTS);
        }
        captured = captured.max(taken);
        if (revision.compareTo(paymentRevision) >= 0) {
            payment = as;
            paymentRevision = revision;
        }
    }

    void tally(EventCount of) {
        var more = new EnumMap<EventCount, Integer>(EventCount.class);
        more.putAll(tallies);
        more.merge(of, 1, Math::addExact);
        tallies = Map.copyOf(more);
    }

    private static <T, S> Sorted<T, S> put(
            Sorted<T, S> sorted,
            String key,
            Function<T, String> keyOf,
            Supplier<T> unseen,
            UnaryOperator<T> change) {
        return sorted.with(known -> keyOf.apply(known).compareTo(key), unseen, change);
    }

    Placed placed() {
        return new Placed(
                before.id(),
                before.version(),
                before.correlationId(),
                before.profile(),
                before.test(),
                before.placed(),
                head,
                document,
                total,
                payment,
                paymentRevision,
                captured,
                lines,
                payments,
                refunds,
                taxes,
                erp.books(),
                cancellation,
                holds,
                cases,
                erased,
                tallies);
    }
}
