package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.money.Amount;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A placed order while one fact is added to it. Lists stay sorted: arrival leaves no trace. */
final class Draft {
    private final Placed before;
    private final Amount zero;

    Revision head;
    String document;
    Amount total;
    PaymentStatus payment;
    Amount captured;
    final ErpDraft erp;
    Optional<Cancellation> cancellation;
    boolean erased;
    private List<LineState> lines;
    private List<PaymentTree> payments;
    private List<RefundState> refunds;
    private List<JurisdictionTax> taxes;
    private List<HoldState> holds;
    private List<String> cases;
    private Map<Tally, Integer> tallies;

    Draft(Placed before) {
        this.before = before;
        zero = before.placed().zero();
        head = before.head();
        document = before.document();
        total = before.total();
        payment = before.payment();
        captured = before.captured();
        erp = new ErpDraft(before.erp());
        cancellation = before.cancellation();
        erased = before.erased();
        lines = before.lines();
        payments = before.payments();
        refunds = before.refunds();
        taxes = before.taxes();
        holds = before.holds();
        cases = before.cases();
        tallies = before.tallies();
    }

    void line(String id, UnaryOperator<LineState> change) {
        lines = put(lines, id, LineState::lineId, () -> LineState.unseen(id, zero), change);
    }

    void everyLine(UnaryOperator<LineState> change) {
        lines = lines.stream().map(change).toList();
    }

    void count(Count of, String line, Quantity units) {
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
        taxes = taxes.stream().map(change).toList();
    }

    void hold(String hold, UnaryOperator<HoldState> change) {
        holds = put(holds, hold, HoldState::hold, () -> HoldState.unseen(hold), change);
    }

    void linkedTo(String caseId) {
        cases = put(cases, caseId, c -> c, () -> caseId, c -> c);
    }

    void tally(Tally of) {
        var more = new EnumMap<Tally, Integer>(Tally.class);
        more.putAll(tallies);
        more.merge(of, 1, Math::addExact);
        tallies = Map.copyOf(more);
    }

    private static <T> List<T> put(
            List<T> sorted,
            String key,
            Function<T, String> keyOf,
            Supplier<T> unseen,
            UnaryOperator<T> change) {
        var copy = new ArrayList<>(sorted);
        int at = find(copy, key, keyOf);
        if (at >= 0) {
            copy.set(at, change.apply(copy.get(at)));
        } else {
            copy.add(-at - 1, change.apply(unseen.get()));
        }
        return List.copyOf(copy);
    }

    private static <T> int find(List<T> sorted, String key, Function<T, String> keyOf) {
        int low = 0;
        int high = sorted.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order =
                    Comparator.<String>naturalOrder().compare(keyOf.apply(sorted.get(middle)), key);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
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
