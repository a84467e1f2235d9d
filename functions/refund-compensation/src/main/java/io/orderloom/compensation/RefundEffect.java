package io.orderloom.compensation;

import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Refunds;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.Effect;
import java.time.Duration;

/**
 * One refund at the channel. The adapter looks before it gives, under the same key every time, so
 * that a look-up and a call are one.
 */
record RefundEffect(
        Refunds refunds, ChannelSettings settings, Placed order, CompensationFacts facts)
        implements Effect {
    private static final Duration SETTLING_TIME = Duration.ofSeconds(10);

    @Override
    public LookedUp lookUp() {
        return new Absent();
    }

    @Override
    public Called call() {
        var request =
                new RefundRequest(
                        order.id(),
                        order.refundable(),
                        key(),
                        order.cancellation()
                                .map(cancellation -> cancellation.reason())
                                .orElse("cancelled"));
        return switch (refunds.refund(settings, request)) {
            case Refunds.Settled(var reference, var amount) ->
                    new Settled(facts.refunded(settings, reference, amount));
            case Refunds.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Fact givenUp(Fault fault) {
        return facts.refundFailed(settings, key(), order.refundable(), fault);
    }

    private String key() {
        return order.id() + "/refund/1";
    }

    @Override
    public Duration settlingTime() {
        return SETTLING_TIME;
    }
}
