package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.ErpFact;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.ReturnFact;
import io.orderloom.fact.TaxShare;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Fits a fact's amounts to its order, and checks invariant 7 between the two: the currencies of an
 * order never change.
 */
final class Currencies {
    private Currencies() {}

    // spotless:off
    /**
     * The fact with its amounts in both currencies of the order. A gateway states an amount in the
     * one currency in which it moved the money; the other follows from the total of the order as it
     * was placed, which never changes, so that the outcome does not depend on the order of arrival.
     */
    static Fact fitted(Placed order, Fact fact) {
        return switch (fact) {
            case Fact.OrderCancelled f -> new Fact.OrderCancelled(f.provenance(), f.orderId(), f.reason(), fitted(order, f.captured()));
            case Fact.RefundRequested f -> new Fact.RefundRequested(f.provenance(), f.orderId(), f.reference(), fitted(order, f.amount()), f.cause());
            case Fact.RefundPending f -> new Fact.RefundPending(f.provenance(), f.orderId(), f.reference(), fitted(order, f.amount()));
            case Fact.RefundSettled f -> new Fact.RefundSettled(f.provenance(), f.orderId(), f.reference(), fitted(order, f.amount()), f.payment(), f.cause(), f.units(),
                    f.taxes().stream().map(tax -> new TaxShare(tax.jurisdiction(), fitted(order, tax.amount()))).toList());
            case Fact.RefundFailed f -> new Fact.RefundFailed(f.provenance(), f.orderId(), f.reference(), fitted(order, f.amount()), f.fault());
            case PaymentFact.PaymentAuthorized f -> new PaymentFact.PaymentAuthorized(f.provenance(), f.orderId(), f.payment(), fitted(order, f.amount()));
            case PaymentFact.PaymentCaptured f -> new PaymentFact.PaymentCaptured(f.provenance(), f.orderId(), f.payment(), fitted(order, f.amount()));
            case PaymentFact.PaymentStated f -> new PaymentFact.PaymentStated(f.provenance(), f.orderId(), f.status(), fitted(order, f.captured()), f.sourceRevision());
            case FulfilmentFact.Substituted f -> new FulfilmentFact.Substituted(f.provenance(), f.orderId(), f.lineId(), f.quantity(), f.sku(), fitted(order, f.worth()));
            case ProcessFact.TaxAdjusted f -> new ProcessFact.TaxAdjusted(f.provenance(), f.orderId(), f.jurisdiction(), fitted(order, f.by()), f.collectedBy());
            case Fact.OrderPlaced _, Fact.OrderEdited _, Fact.LinesCancelled _ -> fact;
            case ErpFact _, PaymentFact _, FulfilmentFact _, ReturnFact _, ProcessFact _ -> fact;
        };
    }
    // spotless:on

    private static Amount fitted(Placed order, Amount stated) {
        var placed = order.placed();
        var money = stated.transaction();
        if (!money.equals(stated.settlement()) || stated.fits(placed)) {
            return stated;
        }
        if (money.currency().equals(placed.transaction().currency())) {
            return new Amount(money, money.inProportion(placed.transaction(), placed.settlement()));
        }
        return money.currency().equals(placed.settlement().currency())
                ? new Amount(money.inProportion(placed.settlement(), placed.transaction()), money)
                : stated;
    }

    static Optional<Violation> misfit(Placed order, Fact fact) {
        var ledger = order.placed().in(order.profile().ledger());
        return amounts(fact)
                .filter(amount -> !amount.fits(order.placed()))
                .map(amount -> "%s / %s".formatted(amount.transaction(), amount.settlement()))
                .findFirst()
                .or(() ->
                        booked(fact)
                                .filter(money -> !money.currency().equals(ledger.currency()))
                                .map(Money::toString)
                                .findFirst())
                .map(odd ->
                        new Violation(
                                Invariant.ONE_CURRENCY,
                                "currency",
                                "%s on an order of %s / %s"
                                        .formatted(
                                                odd,
                                                order.placed().transaction().currency(),
                                                order.placed().settlement().currency())));
    }

    private static Stream<Amount> amounts(Fact fact) {
        return switch (fact) {
            case Fact.OrderPlaced f -> Stream.of(f.order().declared().total());
            case Fact.OrderEdited f -> Stream.of(f.order().declared().total());
            case Fact.OrderCancelled f -> Stream.of(f.captured());
            case Fact.LinesCancelled _ -> Stream.empty();
            case Fact.RefundRequested f -> Stream.of(f.amount());
            case Fact.RefundPending f -> Stream.of(f.amount());
            case Fact.RefundSettled f ->
                    Stream.concat(Stream.of(f.amount()), f.taxes().stream().map(TaxShare::amount));
            case Fact.RefundFailed f -> Stream.of(f.amount());
            case PaymentFact.PaymentAuthorized f -> Stream.of(f.amount());
            case PaymentFact.PaymentCaptured f -> Stream.of(f.amount());
            case PaymentFact.PaymentStated f -> Stream.of(f.captured());
            case FulfilmentFact.Substituted f -> Stream.of(f.worth());
            case ProcessFact.TaxAdjusted f -> Stream.of(f.by());
            case ErpFact _, PaymentFact _, FulfilmentFact _, ReturnFact _, ProcessFact _ ->
                    Stream.empty();
        };
    }

    /** The amounts that are in the one ledger that the ERP keeps. */
    private static Stream<Money> booked(Fact fact) {
        return switch (fact) {
            case Fact.ErpInvoiced f -> Stream.of(f.amount(), f.charges());
            case Fact.ErpCredited f -> Stream.of(f.amount());
            case Fact _ -> Stream.empty();
        };
    }
}
