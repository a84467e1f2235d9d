package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.core.Message.Compensate;
import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Posting;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.kit.config.Adapters;
import io.orderloom.kit.config.Channels;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.order.Case;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.task.Effects;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/** The two steps of undoing an order: cancel its document in the ERP, give the money back. */
@ApplicationScoped
class Compensation {
    private static final Logger LOG = Logger.getLogger(Compensation.class);

    private final Effects effects;
    private final Adapters adapters;
    private final Governor governor;
    private final Channels channels;
    private final InstantSource clock;

    Compensation(
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

    /** Whether this takes a call at the ERP, and not at the shop. */
    static boolean callsErp(Message message) {
        return message instanceof Compensate step && step.step() == Compensate.Step.CANCEL_IN_ERP;
    }

    Handled handle(Message message) {
        return switch (message) {
            case Compensate step -> handle(step);
            case Message.PostOrder _,
                    Message.AmendOrder _,
                    Message.CreditOrder _,
                    Message.Tell _,
                    Message.TellOne _ ->
                    throw new IllegalStateException(message.id() + " takes nothing back");
        };
    }

    private Handled handle(Compensate message) {
        var found =
                effects.find(
                        message.orderId(),
                        switch (message.step()) {
                            case CANCEL_IN_ERP -> TaskKind.ERP_CANCEL;
                            case REFUND -> TaskKind.REFUND;
                            case RETURN -> TaskKind.RETURN;
                        });
        return switch (found.state()) {
            case Expected _ ->
                    throw new IllegalStateException(message.orderId() + " was never placed");
            case Placed order -> {
                var handled =
                        switch (message.step()) {
                            case CANCEL_IN_ERP -> cancelInErp(message, found, order);
                            case REFUND -> refund(message, found, order);
                            case RETURN -> effects.leave(found, message.correlationId());
                        };
                LOG.infof(
                        "order=%s step=%s handled=%s",
                        order.id(),
                        message.step(),
                        handled instanceof Handled.Done ? "settled" : "waits");
                yield handled;
            }
        };
    }

    private Handled cancelInErp(Compensate message, Case found, Placed order) {
        return switch (order.posting()) {
            case Posting.Cancelling(var document) -> cancelInErp(message, found, order, document);
            // Asked for again after a refusal: somebody has fixed the cause.
            case Posting.CancelRefused(var document, _) ->
                    cancelInErp(message, found, order, document);
            // What may be there is looked for where it is posted: nobody else posts meanwhile.
            case Posting.Requested _,
                    Posting.InDoubt _,
                    Posting.NotNeeded _,
                    Posting.Skipped _,
                    Posting.Refused _,
                    Posting.Posted _,
                    Posting.Cancelled _ ->
                    effects.again(order.id(), Fact.ErpCancelled.KIND, Fact.ErpCancelRefused.KIND);
        };
    }

    private Handled cancelInErp(
            Compensate message, Case found, Placed order, ErpDocument document) {
        return effects.run(
                found,
                order.profile(),
                new ErpCancelEffect(
                        governor.erp(),
                        document,
                        order.cancellation()
                                .map(cancellation -> cancellation.reason())
                                .orElse("cancelled"),
                        new CompensationFacts(message, clock)));
    }

    private Handled refund(Compensate message, Case found, Placed order) {
        return switch (order.refundDue()) {
            case REQUESTED -> refund(message, found, order, message.orderId().channelInstance());
            // Somebody decided on a part: giving back the rest unasked could be giving too much.
            case ASKED -> effects.leave(found, message.correlationId());
            // Asked for again after a failure; or this is the very message that met it.
            case FAILED -> {
                var failure = effects.again(order.id(), Fact.RefundFailed.KIND);
                yield switch (refund(message, found, order, message.orderId().channelInstance())) {
                    case Handled.Done(var messages) -> failure.with(messages);
                    case Handled.Later later -> later;
                };
            }
            case NOT_CANCELLED, NOT_DECIDED, SETTLED ->
                    effects.again(order.id(), Fact.RefundSettled.KIND, Fact.RefundFailed.KIND);
        };
    }

    private Handled refund(Compensate message, Case found, Placed order, String channel) {
        var settings = channels.get(channel).settings();
        return effects.run(
                found,
                order.profile(),
                new RefundEffect(
                        adapters.refunds(settings.platform()),
                        governor.shop(settings),
                        settings,
                        order,
                        new CompensationFacts(message, clock)));
    }
}
