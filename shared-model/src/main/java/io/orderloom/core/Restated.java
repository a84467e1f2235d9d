package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.Provenance;
import io.orderloom.money.Amount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the news in the document of an order that was placed before. Channels send the whole
 * document again whenever anything about it is touched, and only what changes the books is a fact:
 * other lines, amounts or taxes are an edit, and another payment is a statement about the payment.
 * Pure.
 */
public final class Restated {
    private Restated() {}

    /**
     * The fact that the document states by now. Empty if it says nothing new. A document whose fact
     * was ingested before states the same fact again, so that what followed from it is sent again.
     */
    public static Optional<Fact> of(Placed order, Fact.OrderPlaced again) {
        var edited = edited(again);
        try {
            return of(order, again, edited);
        } catch (RuntimeException unfit) {
            // It is refused by name, as any document that does not add up.
            return Optional.of(edited);
        }
    }

    private static Optional<Fact> of(
            Placed order, Fact.OrderPlaced again, Fact.OrderEdited edited) {
        var terms = TermsOfOrder.edited(again.order(), edited.provenance());
        if (order.head().key().equals(edited.provenance().key().toString())
                || !sameTerms(order, terms)) {
            return Optional.of(edited);
        }
        var stated = payment(again);
        var revision = Revision.of(stated);
        boolean taken = !stated.captured().max(order.captured()).equals(order.captured());
        boolean later = revision.compareTo(order.paymentRevision()) > 0;
        return revision.equals(order.paymentRevision())
                        || taken
                        || (later && stated.status() != order.payment())
                ? Optional.of(stated)
                : Optional.empty();
    }

    /** The statement about the payment alone, if that is all that differs. */
    public static Optional<Fact> paymentAlone(Placed order, Fact.OrderPlaced again) {
        return of(order, again).filter(PaymentFact.PaymentStated.class::isInstance);
    }

    /** Whether the document orders the same as the revision that holds, for the same money. */
    private static boolean sameTerms(Placed order, OrderTerms terms) {
        return order.test() == terms.test()
                && order.total().equals(terms.total())
                && lines(order).equals(lines(terms))
                && taxes(order.taxes()).equals(taxes(terms.taxes()));
    }

    /** The lines of the revision that holds; a line that it does not order says nothing. */
    private static Map<String, LineTerms> lines(Placed order) {
        return byId(
                order.lines().stream()
                        .map(line ->
                                new LineTerms(
                                        line.lineId(),
                                        line.goods(),
                                        line.ordered(),
                                        line.worth())));
    }

    private static Map<String, LineTerms> lines(OrderTerms terms) {
        return byId(terms.lines().stream());
    }

    private static Map<String, LineTerms> byId(Stream<LineTerms> lines) {
        return lines.filter(line -> !line.ordered().isZero())
                .collect(Collectors.toMap(LineTerms::lineId, Function.identity()));
    }

    private static Map<String, Amount> taxes(List<JurisdictionTax> taxes) {
        return taxes.stream()
                .filter(tax -> !tax.charged().isZero())
                .collect(Collectors.toMap(JurisdictionTax::jurisdiction, JurisdictionTax::charged));
    }

    private static Fact.OrderEdited edited(Fact.OrderPlaced again) {
        return new Fact.OrderEdited(
                provenance(again, Fact.OrderEdited.KIND, again.order().sourceRevision()),
                again.order());
    }

    private static PaymentFact.PaymentStated payment(Fact.OrderPlaced again) {
        var order = again.order();
        return new PaymentFact.PaymentStated(
                provenance(
                        again,
                        PaymentFact.PaymentStated.KIND,
                        order.sourceRevision() + "-" + order.paymentStatus()),
                order.id(),
                order.paymentStatus(),
                order.captured(),
                order.sourceRevision());
    }

    private static Provenance provenance(Fact.OrderPlaced again, String kind, String revision) {
        var placed = again.provenance();
        return new Provenance(
                new FactKey(placed.key().source(), kind, placed.key().sourceId(), revision),
                placed.role(),
                Revision.instant(again.order().sourceRevision()).orElse(placed.occurredAt()),
                placed.recordedAt(),
                placed.correlationId());
    }
}
