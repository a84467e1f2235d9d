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

/** Checks invariant 7 between a fact and its order: the currencies of an order never change. */
final class Currencies {
    private Currencies() {}

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
