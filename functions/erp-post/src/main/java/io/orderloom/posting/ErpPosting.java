package io.orderloom.posting;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Posting;
import io.orderloom.erp.Booking;
import io.orderloom.fact.Fact;
import io.orderloom.kit.config.Erps;
import io.orderloom.kit.governor.Governor;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.task.Effect;
import io.orderloom.kit.task.Effects;
import io.orderloom.kit.task.TaskExecutor;
import io.orderloom.kit.telemetry.MessageContext;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.PersonalData;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Posts each order's document to its ERP exactly once. */
@ApplicationScoped
public class ErpPosting implements TaskExecutor {
    private final Effects effects;
    private final Erps erps;
    private final Governor governor;
    private final Metrics metrics;
    private final InstantSource clock;

    ErpPosting(
            Effects effects, Erps erps, Governor governor, Metrics metrics, InstantSource clock) {
        this.effects = effects;
        this.erps = erps;
        this.governor = governor;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.ERP_POST;
    }

    @Override
    public Handled execute(
            Message.ForTask asking, TaskContext found, Placed order, MessageContext trail) {
        return switch (order.posting()) {
            case Posting.NotNeeded _ -> effects.again(order.id());
            case Posting.Skipped _ -> effects.again(order.id(), Fact.ErpPostingSkipped.KIND);
            case Posting.Posted _,
                    Posting.Cancelling _,
                    Posting.Cancelled _,
                    Posting.CancelRefused _ ->
                    effects.again(
                            order.id(),
                            Fact.ErpRefused.KIND,
                            Fact.ErpPosted.KIND,
                            Fact.ErpCancelled.KIND);
            // The release of the hold sends another message.
            case Posting.Requested _ when waits(order) -> new Handled.Done(List.of());
            case Posting.Refused _, Posting.InDoubt _ when waits(order) ->
                    effects.again(order.id(), Fact.ErpRefused.KIND, Fact.ErpInDoubt.KIND);
            case Posting.Requested _ -> measured(post(asking, found, order), trail);
            case Posting.Refused _ ->
                    measured(postAfterAll(asking, found, order, Fact.ErpRefused.KIND), trail);
            case Posting.InDoubt _ ->
                    measured(
                            postAfterAll(
                                    asking,
                                    found,
                                    order,
                                    Fact.ErpRefused.KIND,
                                    Fact.ErpInDoubt.KIND),
                            trail);
        };
    }

    /**
     * An order on hold is not booked. A cancelled one is not booked either, but whether the ERP has
     * it must be found out even while it is on hold.
     */
    private static boolean waits(Placed order) {
        return order.held() && order.cancellation().isEmpty();
    }

    /**
     * Handles a message that comes after a rejection. Either somebody has fixed the cause, or it is
     * the very message that was rejected and what followed from that was not sent yet.
     */
    private Handled postAfterAll(
            Message.ForTask asking, TaskContext found, Placed order, String... givenUpBy) {
        var refusal = effects.again(order.id(), givenUpBy);
        return switch (post(asking, found, order)) {
            case Handled.Done(var messages) -> refusal.with(messages);
            case Handled.Postponed later -> later;
        };
    }

    private Handled post(Message.ForTask asking, TaskContext found, Placed order) {
        var name = erps.name(order.profile());
        var facts = new PostingFacts(asking, name, clock);
        if (order.cancellation().isPresent() && found.task() instanceof Task.Untried) {
            return effects.record(found, order.profile(), facts.skipped());
        }
        var erp = governor.erp(name);
        var revisions = revisions(found, order);
        return effects.run(
                found,
                order.profile(),
                order.cancellation()
                        .<Effect>map(
                                undo -> new ClearUpEffect(erp, revisions, facts, undo.reason()))
                        .orElseGet(() -> new PostEffect(erp, revisions, facts)));
    }

    /** The current revision and the first one, which an attempt before an edit has booked. */
    private static List<Booking> revisions(TaskContext found, Placed order) {
        if (found.document().isEmpty()) {
            throw new IllegalStateException(order.id() + " has no document yet");
        }
        var people = people(found, order);
        return Stream.concat(found.document().stream(), found.first().stream())
                .distinct()
                .map(document -> new Booking(document, people, order.profile().ledger()))
                .toList();
    }

    /**
     * The buyer's data. A later delivery that pays an order may call for its posting while the one
     * that placed it has still to keep them, and a document without its customer would be wrong.
     */
    private static PersonalData people(TaskContext found, Placed order) {
        return found.personalData()
                .or(() -> order.erased() ? Optional.of(PersonalData.NONE) : Optional.empty())
                .orElseThrow(() ->
                        new IllegalStateException(
                                order.id()
                                        + " has no buyer's data yet: the delivery that placed it is still to keep them, and the message is tried again"));
    }

    private Handled measured(Handled handled, MessageContext trail) {
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
        return message instanceof Message.PublishEvent(var event)
                && event.type() == LifecycleEvent.Type.POSTED
                && event.mark().isEmpty();
    }
}
