package io.orderloom.simulation.mutant;

import io.orderloom.channel.Refunds;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.source.SourceInstance;

/** Mutants that refund a wrong amount, or refund twice or never. */
final class WrongRefunds {
    private WrongRefunds() {}

    private interface Wrong {
        Refunds.RefundAnswer refund(
                Refunds refunds, SourceInstance settings, Refunds.RefundRequest request);
    }

    private static Tampering by(Wrong wrong) {
        return Seams.refunds(refunds ->
                new Refunds() {
                    @Override
                    public String connector() {
                        return refunds.connector();
                    }

                    @Override
                    public RefundAnswer refund(SourceInstance settings, RefundRequest request) {
                        return wrong.refund(refunds, settings, request);
                    }
                });
    }

    /**
     * Refunds one cent separately at first. Twice the whole amount would be rejected by the shop
     * itself.
     */
    static Tampering twice() {
        return by((refunds, settings, request) -> {
            var cent = cent(request.amount());
            var _ = refunds.refund(settings, under(request, request.key() + "/", cent));
            return refunds.refund(
                    settings, under(request, request.key(), request.amount().minus(cent)));
        });
    }

    static Tampering oneCentLess() {
        return by((refunds, settings, request) ->
                refunds.refund(settings, under(request, request.key(), less(request.amount()))));
    }

    static Tampering never() {
        return by((_, _, request) -> new Refunds.Settled("refund-0", request.amount()));
    }

    private static Amount cent(Amount amount) {
        return new Amount(
                new Money(1, amount.transaction().currency()),
                new Money(1, amount.settlement().currency()));
    }

    private static Amount less(Amount amount) {
        return amount.minus(cent(amount));
    }

    private static Refunds.RefundRequest under(
            Refunds.RefundRequest request, String key, Amount amount) {
        return new Refunds.RefundRequest(request.order(), amount, key, request.reason());
    }
}
