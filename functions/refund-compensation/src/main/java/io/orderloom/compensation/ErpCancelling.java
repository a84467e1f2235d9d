package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Posting;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.kit.config.Erps;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.task.Effects;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** Cancels the ERP's document of an order that was cancelled after it was posted. */
@ApplicationScoped
public class ErpCancelling implements TaskExecutor {
    private final Effects effects;
    private final Erps erps;
    private final Governor governor;
    private final InstantSource clock;

    ErpCancelling(Effects effects, Erps erps, Governor governor, InstantSource clock) {
        this.effects = effects;
        this.erps = erps;
        this.governor = governor;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ERP_CANCEL;
    }

    @Override
    public Handled execute(
            Message.ForTask asking, TaskContext found, Placed order, MessageContext trail) {
        return switch (order.posting()) {
            case Posting.Cancelling(var document) -> cancel(asking, found, order, document);
            // A message after a rejection: somebody has fixed the cause.
            case Posting.CancelRefused(var document, _) -> cancel(asking, found, order, document);
            // A document that may exist is looked up by the posting function, since no other one
            // posts.
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

    private Handled cancel(
            Message.ForTask asking, TaskContext found, Placed order, ErpDocument document) {
        return effects.run(
                found,
                order.profile(),
                new ErpCancelEffect(
                        governor.erp(erps.name(order.profile())),
                        erps.can(order.profile(), ErpCapability.CANCEL),
                        document,
                        order.cancellation()
                                .map(cancellation -> cancellation.reason())
                                .orElse("cancelled"),
                        new CompensationFacts(asking, clock)));
    }
}
