package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.kit.config.Adapters;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.task.Effects;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.source.SourceInstance;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Refunds the buyer at the channel that the order came from. */
@ApplicationScoped
public class Refunding implements TaskExecutor {
    private final Effects effects;
    private final Adapters adapters;
    private final Governor governor;
    private final Channels channels;
    private final InstantSource clock;

    Refunding(
            Effects effects,
            Adapters adapters,
            Governor governor,
            Channels channels,
            InstantSource clock) {
        this.effects = effects;
        this.adapters = adapters;
        this.governor = governor;
        this.channels = channels;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.REFUND;
    }

    @Override
    public Handled execute(
            Message.ForTask asking, TaskContext found, Placed order, MessageContext trail) {
        return switch (order.refundDue()) {
            case REQUESTED -> refund(asking, found, order);
            // A person decided on a partial refund: to refund the rest without a decision could be
            // too much.
            case ASKED -> effects.leave(found, asking.correlationId());
            // It may be the refund of this very task, of which the gateway is asked again; one that
            // somebody else began is told by the channel when it has arrived.
            case UNDER_WAY ->
                    found.task() instanceof Task.Untried
                            ? effects.again(order.id(), Fact.RefundSettled.KIND)
                            : refund(asking, found, order);
            // A message after a failure, or the very message that failed.
            case FAILED -> {
                var failure = effects.again(order.id(), Fact.RefundFailed.KIND);
                yield switch (refund(asking, found, order)) {
                    case Handled.Done(var messages) -> failure.with(messages);
                    case Handled.Postponed later -> later;
                };
            }
            case NOT_CANCELLED, NOT_DECIDED, SETTLED ->
                    effects.again(order.id(), Fact.RefundSettled.KIND, Fact.RefundFailed.KIND);
        };
    }

    private Handled refund(Message.ForTask asking, TaskContext found, Placed order) {
        var channel = channels.get(order.id().channelInstance()).settings();
        return adapters.refunds(channel.connector())
                .map(refunds ->
                        effects.run(
                                found,
                                order.profile(),
                                new RefundEffect(
                                        refunds,
                                        governor.shop(channel),
                                        channel,
                                        order,
                                        new CompensationFacts(asking, clock))))
                .orElseGet(() -> effects.leave(found, asking.correlationId(), byHand(channel)));
    }

    /** It ends when the channel states the refund, as any refund that a person makes does. */
    private static String byHand(SourceInstance channel) {
        return "Orderloom can't refund through %s: give the money back there, or with the payment provider"
                .formatted(channel);
    }
}
