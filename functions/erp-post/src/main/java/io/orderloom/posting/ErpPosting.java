package io.orderloom.posting;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Posting;
import io.orderloom.erp.Booking;
import io.orderloom.fact.Fact;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.order.Case;
import io.orderloom.kit.order.Effects;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.kit.telemetry.Trail;
import io.orderloom.order.OrderId;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;

/** What is done about an order that is to be posted. */
@ApplicationScoped
class ErpPosting {
    private static final Logger LOG = Logger.getLogger(ErpPosting.class);

    private final Effects effects;
    private final Governor governor;
    private final Metrics metrics;
    private final InstantSource clock;

    ErpPosting(Effects effects, Governor governor, Metrics metrics, InstantSource clock) {
        this.effects = effects;
        this.governor = governor;
        this.metrics = metrics;
        this.clock = clock;
    }

    Handled handle(Message message, Trail trail) {
        return switch (message) {
            case Message.PostOrder post -> post(post, trail);
            case Message.AmendOrder amend -> leave(amend, TaskKind.ERP_AMEND);
            case Message.CreditOrder credit -> leave(credit, TaskKind.ERP_CREDIT);
            case Message.Compensate _, Message.Tell _, Message.TellOne _ ->
                    throw new IllegalStateException(message.id() + " is not for the ERP");
        };
    }

    /** No ERP here amends or credits yet. */
    private Handled leave(Message message, TaskKind kind) {
        return effects.leave(effects.find(message.orderId(), kind), message.correlationId());
    }

    private Handled post(Message.PostOrder message, Trail trail) {
        var found = effects.find(message.orderId(), TaskKind.ERP_POST);
        return switch (found.state()) {
            case Expected _ ->
                    throw new IllegalStateException(message.orderId() + " was never placed");
            case Placed order ->
                    switch (order.posting()) {
                        // Its release asks again.
                        case Posting.Requested _ when order.held() -> new Handled.Done(List.of());
                        // Asked for again after a refusal: somebody has fixed the cause.
                        case Posting.Requested _, Posting.Refused _ ->
                                measured(post(message, found, order), trail);
                        case Posting.NotNeeded _ -> effects.again(order.id());
                        case Posting.Skipped _ ->
                                effects.again(order.id(), Fact.ErpPostingSkipped.KIND);
                        case Posting.Posted _,
                                Posting.Cancelling _,
                                Posting.Cancelled _,
                                Posting.CancelRefused _ ->
                                effects.again(order.id(), Fact.ErpPosted.KIND);
                    };
        };
    }

    private Handled post(Message.PostOrder message, Case found, Placed order) {
        var facts = new PostingFacts(message, erpName(), clock);
        if (order.cancellation().isPresent() && found.task() instanceof Task.Untried) {
            return effects.record(found, order.profile(), facts.skipped());
        }
        var document =
                found.document()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        message.orderId() + " has no document yet"));
        var booking = new Booking(document, found.personalData(), order.profile().ledger());
        var handled =
                effects.run(found, order.profile(), new PostEffect(governor.erp(), booking, facts));
        log(message.orderId(), handled);
        return handled;
    }

    private Handled measured(Handled handled, Trail trail) {
        if (handled instanceof Handled.Done(var messages)
                && messages.stream().anyMatch(ErpPosting::tellsPosted)) {
            trail.arrivedAt()
                    .ifPresent(at ->
                            metrics.took(
                                    Metric.ERP_POSTING_DELAY,
                                    Duration.between(at, clock.instant())));
        }
        return handled;
    }

    private static boolean tellsPosted(Message message) {
        return message instanceof Message.Tell(var event)
                && event.type() == LifecycleEvent.Type.POSTED;
    }

    private String erpName() {
        return governor.erp().name();
    }

    private static void log(OrderId order, Handled handled) {
        LOG.infof(
                "order=%s posting=%s",
                order,
                switch (handled) {
                    case Handled.Done _ -> "settled";
                    case Handled.Later later -> "waits " + later.delay();
                });
    }
}
