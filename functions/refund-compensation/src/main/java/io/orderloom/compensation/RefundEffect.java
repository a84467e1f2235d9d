package io.orderloom.compensation;

import io.orderloom.channel.Refunds;
import io.orderloom.channel.Refunds.RefundAnswer;
import io.orderloom.channel.Refunds.RefundRequest;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.RefundDue;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.governor.ShopAccount;
import io.orderloom.kit.task.Effect;
import io.orderloom.source.SourceInstance;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes one refund at the channel, if the shop's account may be called. The adapter looks for the
 * refund before it makes it, under the same key every time, so that look-up and call are one.
 */
record RefundEffect(
        Refunds refunds,
        ShopAccount account,
        SourceInstance settings,
        Placed order,
        CompensationFacts facts)
        implements Effect {
    private static final Duration SETTLING_TIME = Duration.ofSeconds(10);

    @Override
    public LookedUp lookUp() {
        return new Absent();
    }

    @Override
    public Called call() {
        return account.governed(
                order.id().toString(),
                () -> refunds.refund(settings, request()),
                RefundEffect::fault,
                this::called,
                Held::new);
    }

    private RefundRequest request() {
        return new RefundRequest(
                order.id(),
                order.refundable(),
                key(),
                order.cancellation().map(cancellation -> cancellation.reason()).orElse("cancelled"),
                order.refundDue() == RefundDue.FAILED);
    }

    private static Optional<Fault> fault(RefundAnswer answer) {
        return switch (answer) {
            case Refunds.Settled _, Refunds.Pending _ -> Optional.empty();
            case Refunds.Failed(var fault) -> Optional.of(fault);
        };
    }

    private Called called(RefundAnswer answer) {
        return switch (answer) {
            case Refunds.Settled(var reference, var amount) ->
                    new Settled(facts.refunded(settings, reference, amount));
            case Refunds.Pending(var reference, var amount) ->
                    new UnderWay("refund %s of %s is on its way".formatted(reference, amount));
            case Refunds.Failed(var fault) -> new Failed(fault);
        };
    }

    @Override
    public Fact givenUp(Fault fault, boolean inDoubt) {
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
