package io.orderloom.simulation.mutant;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Refunds;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.simulation.world.Tampering;

/** Money is given back otherwise than it should be. */
final class WrongRefunds {
    private WrongRefunds() {}

    private interface Wrong {
        Refunds.RefundAnswer refund(
                Refunds refunds, ChannelSettings settings, Refunds.RefundRequest request);
    }

    private static Tampering by(Wrong wrong) {
        return Seams.refunds(refunds ->
                new Refunds() {
                    @Override
                    public String platform() {
                        return refunds.platform();
                    }

                    @Override
                    public RefundAnswer refund(ChannelSettings settings, RefundRequest request) {
                        return wrong.refund(refunds, settings, request);
                    }
                });
    }

    /** Under a new key each time, so that no look finds what an attempt before this gave. */
    static Tampering withoutLook() {
        var attempts = new int[1];
        return by((refunds, settings, request) ->
                refunds.refund(
                        settings,
                        under(request, request.key() + "/" + attempts[0]++, request.amount())));
    }

    static Tampering twice() {
        return by((refunds, settings, request) -> {
            var _ = refunds.refund(settings, under(request, request.key() + "/", request.amount()));
            return refunds.refund(settings, request);
        });
    }

    static Tampering oneCentLess() {
        return by((refunds, settings, request) ->
                refunds.refund(settings, under(request, request.key(), less(request.amount()))));
    }

    static Tampering never() {
        return by((_, _, request) -> new Refunds.Settled("refund-0", request.amount()));
    }

    private static Amount less(Amount amount) {
        var settlement = amount.settlement();
        return new Amount(
                amount.transaction(), settlement.minus(new Money(1, settlement.currency())));
    }

    private static Refunds.RefundRequest under(
            Refunds.RefundRequest request, String key, Amount amount) {
        return new Refunds.RefundRequest(request.order(), amount, key, request.reason());
    }
}
