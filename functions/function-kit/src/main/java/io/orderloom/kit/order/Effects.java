package io.orderloom.kit.order;

import io.orderloom.core.Due;
import io.orderloom.core.OrderException;
import io.orderloom.core.OrderException.Owner;
import io.orderloom.core.OrderException.Type;
import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.OrderId;
import io.orderloom.task.FaultPolicy;
import io.orderloom.task.FaultPolicy.Action;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.task.TaskRules;
import io.orderloom.task.TaskRules.Step;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Brings an effect about once: claimed before the call, so that a crash leaves a lease to run out
 * and then a look-up, never a blind second call.
 */
@ApplicationScoped
public class Effects {
    private static final Logger LOG = Logger.getLogger(Effects.class);

    private final Tasks tasks;
    private final Orders orders;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Duration lease;

    Effects(
            Tasks tasks,
            Orders orders,
            Metrics metrics,
            InstantSource clock,
            @ConfigProperty(name = "orderloom.lease", defaultValue = "65s") Duration lease) {
        this.tasks = tasks;
        this.orders = orders;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = lease;
    }

    /** The order with its task of this kind. */
    public Case find(OrderId order, TaskKind kind) {
        return tasks.find(order, kind);
    }

    public Handled run(Case found, PostingProfile profile, Effect effect) {
        return switch (TaskRules.next(found.task(), clock.instant())) {
            case Step.Wait(var until) ->
                    new Handled.Later(
                            Duration.between(clock.instant(), until).plusSeconds(1),
                            "task " + found.kind().label() + " is " + found.task());
            case Step.LookUp() ->
                    switch (effect.lookUp()) {
                        case Effect.Settled(var fact) -> settle(found, found.task(), profile, fact);
                        case Effect.Absent() -> call(found, profile, effect);
                        case Effect.Failed(Fault.RateLimited limited) -> doubtful(found, limited);
                        case Effect.Failed(var fault) ->
                                trouble(found, found.task(), profile, effect, unread(fault));
                    };
            case Step.Act() -> call(found, profile, effect);
        };
    }

    /** Records a fact that needs no call, under the task's claim. */
    public Handled record(Case found, PostingProfile profile, Fact fact) {
        return switch (TaskRules.next(found.task(), clock.instant())) {
            case Step.Act() -> {
                var claim = TaskRules.claim(found.task(), clock.instant(), lease);
                yield tasks.save(found.state().id(), found.kind(), found.task(), claim)
                        ? settle(found, claim, profile, fact)
                        : overtaken(found);
            }
            case Step.LookUp(), Step.Wait _ -> overtaken(found);
        };
    }

    private Handled call(Case found, PostingProfile profile, Effect effect) {
        // Claimed before the call: a crash leaves a lease to run out, never a second call. It runs
        // out no sooner than a look-up would see what the call did, be it sent in its last moment.
        var held = lease.plus(effect.settlingTime());
        var claim = TaskRules.claim(found.task(), clock.instant(), held);
        if (!tasks.save(found.state().id(), found.kind(), found.task(), claim)) {
            return overtaken(found);
        }
        return switch (effect.call()) {
            case Effect.Settled(var fact) -> settle(found, claim, profile, fact);
            case Effect.Failed(var fault) -> trouble(found, claim, profile, effect, fault);
        };
    }

    private static Handled overtaken(Case found) {
        return new Handled.Later(
                Duration.ofSeconds(2), "task " + found.kind().label() + " is in other hands");
    }

    private Handled settle(Case found, Task held, PostingProfile profile, Fact fact) {
        var absorbed = orders.absorb(found.stored(), fact, profile);
        // Who dies before this, or is overtaken by somebody in doubt, leaves it to the sweep.
        tasks.takeOffWorkList(found.state().id(), found.kind(), held);
        return new Handled.Done(absorbed.messages());
    }

    private Handled trouble(
            Case found, Task held, PostingProfile profile, Effect effect, Fault fault) {
        LOG.warnf(
                "%s: %s met %s: %s",
                found.state().id(),
                found.kind().label(),
                fault.getClass().getSimpleName(),
                fault.detail());
        if (fault instanceof Fault.Unauthorized) {
            metrics.count(Metric.CREDENTIALS_REFUSED);
        }
        int jitter = Math.floorMod(found.state().id().hashCode() * 31 + held.failures(), 1000);
        var now = clock.instant();
        return switch (FaultPolicy.action(fault, held.failures(), effect.settlingTime(), jitter)) {
            case Action.GiveUp() -> settle(found, held, profile, effect.givenUp(fault));
            case Action.Retry(var delay, var counted) ->
                    later(
                            found,
                            held,
                            new Task.Postponed(
                                    held.failures() + (counted ? 1 : 0),
                                    held.token() + 1,
                                    now.plus(delay),
                                    fault.detail()),
                            delay,
                            fault);
            case Action.Doubt(var delay) ->
                    later(
                            found,
                            held,
                            new Task.InDoubt(
                                    held.failures() + 1,
                                    held.token() + 1,
                                    now.plus(delay),
                                    fault.detail()),
                            delay,
                            fault);
        };
    }

    private Handled later(Case found, Task held, Task next, Duration delay, Fault fault) {
        return tasks.save(found.state().id(), found.kind(), held, next)
                ? new Handled.Later(delay, fault.detail())
                : overtaken(found);
    }

    /** A look-up that was not made is no failure; what it was to clear up stays in doubt. */
    private Handled doubtful(Case found, Fault.RateLimited limited) {
        return later(
                found,
                found.task(),
                new Task.InDoubt(
                        found.task().failures(),
                        found.task().token() + 1,
                        clock.instant().plus(limited.retryAfter()),
                        limited.detail()),
                limited.retryAfter(),
                limited);
    }

    /** A look-up that failed leaves what it was to clear up: still in doubt. */
    private static Fault unread(Fault fault) {
        return new Fault.InDoubt("look-up failed: " + fault.detail());
    }

    /**
     * A task that nothing here can execute yet. If it is due, a person is told what and why, once;
     * it stays due in the order's state until somebody has done it.
     */
    public Handled leave(Case found, String correlationId) {
        return new Handled.Done(
                Due.of(found.state(), found.kind())
                        .map(due ->
                                orders.refused(found.state().id(), left(found, due, correlationId)))
                        .orElseGet(List::of));
    }

    private OrderException left(Case found, Due due, String correlationId) {
        return new OrderException(
                found.state().id() + "|task|" + due.task().label(),
                due.task() == TaskKind.REFUND ? Type.REFUND : Type.TASK,
                due.task().label(),
                due.cause(),
                switch (due.task()) {
                    case ERP_POST, ERP_AMEND, ERP_CANCEL -> Owner.ERP_TEAM;
                    case ERP_CREDIT -> Owner.FINANCE;
                    case REFUND, RETURN -> Owner.CUSTOMER_SERVICE;
                },
                clock.instant(),
                correlationId,
                due.moneyAtRisk());
    }

    /** For a message that comes again after its work was done. */
    public Handled.Done again(OrderId order, String... factKinds) {
        return new Handled.Done(orders.again(order, Set.of(factKinds)));
    }
}
