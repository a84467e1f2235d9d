package io.orderloom.simulation.account;

import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.task.Effects;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.task.TaskKind;
import java.time.InstantSource;

/** Records that the document was amended, as an executor does whose ERP can do that. */
final class Amending implements TaskExecutor {
    private final Effects effects;
    private final InstantSource clock;

    Amending(Effects effects, InstantSource clock) {
        this.effects = effects;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ERP_AMEND;
    }

    @Override
    public Handled execute(
            Message.ForTask asking, TaskContext found, Placed order, MessageContext trail) {
        var now = clock.instant();
        var before = order.erp().document().orElseThrow();
        var total = order.total().in(order.profile().ledger());
        var document = new ErpDocument(before.reference(), before.number(), total, before.state());
        return effects.record(
                found,
                order.profile(),
                new Fact.ErpAmended(
                        new Provenance(
                                new FactKey(
                                        "erp/scripted",
                                        Fact.ErpAmended.KIND,
                                        order.id().toString(),
                                        "1"),
                                Role.ERP,
                                now,
                                now,
                                asking.correlationId()),
                        order.id(),
                        document,
                        total,
                        order.head().source(),
                        1));
    }
}
