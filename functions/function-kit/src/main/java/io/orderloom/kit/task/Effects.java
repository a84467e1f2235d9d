package io.orderloom.kit.task;

import io.orderloom.core.Due;
import io.orderloom.core.Marks;
import io.orderloom.core.PostingProfile;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.kit.order.Orders;
import io.orderloom.kit.order.TaskContext;
import io.orderloom.kit.order.Tasks;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.setting.CommonSettings;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.OrderId;
import io.orderloom.task.FaultPolicy;
import io.orderloom.task.FaultPolicy.Action;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.task.TaskRules;
import io.orderloom.task.TaskRules.NextMove;
import io.orderloom.task.UnderWay;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Brings an effect about exactly once. The task is claimed before the call, so that after a crash
 * the lease runs out and a look-up follows, never a blind second call.
 */
@ApplicationScoped
public class Effects {
    private static final Logger LOG = Logger.getLogger(Effects.class);

    private final Tasks tasks;
    private final Orders orders;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Duration lease;
    private final Instant lookFirstUntil;

    public Effects(
            Tasks tasks,
            Orders orders,
            Metrics metrics,
            InstantSource clock,
            CommonSettings settings) {
        this.tasks = tasks;
        this.orders = orders;
        this.metrics = metrics;
        this.clock = clock;
        this.lease = settings.lease();
        this.lookFirstUntil = settings.lookFirstUntil().map(Effects::instant).orElse(Instant.MIN);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "orderloom.look-first-until is an instant such as 2026-11-29T12:00:00Z, and not '%s'"
                            .formatted(text),
                    e);
        }
    }

    /** Reads the order with its task of this kind. */
    public TaskContext find(OrderId order, TaskKind kind) {
        return tasks.find(order, kind);
    }

    public Handled run(TaskContext found, PostingProfile profile, Effect effect) {
        return switch (next(found.task())) {
            case NextMove.Wait(var until) ->
                    new Handled.Postponed(
                            Duration.between(clock.instant(), until).plusSeconds(1),
                            "task " + found.kind().label() + " is " + found.task());
            case NextMove.LookUp() ->
                    switch (effect.lookUp()) {
                        case Effect.Settled(var fact) -> settle(found, found.task(), profile, fact);
                        case Effect.Absent() -> call(found, profile, effect);
                        case Effect.Other(var fault) ->
                                giveUp(
                                        found,
                                        found.task(),
                                        profile,
                                        effect,
                                        fault,
                                        Optional.of(fault.detail()));
                        case Effect.Failed(var fault) -> unread(found, profile, effect, fault);
                    };
            case NextMove.Act() -> call(found, profile, effect);
        };
    }

    /**
     * A restored table has lost the record of calls that were made, so each task begins with a
     * look-up.
     */
    private NextMove next(Task task) {
        var now = clock.instant();
        return switch (TaskRules.next(task, now)) {
            case NextMove.Act() when now.isBefore(lookFirstUntil) -> new NextMove.LookUp();
            case NextMove step -> step;
        };
    }

    /** Records a fact that needs no call, under the task's claim. */
    public Handled record(TaskContext found, PostingProfile profile, Fact fact) {
        return switch (TaskRules.next(found.task(), clock.instant())) {
            case NextMove.Act() -> {
                var claim = TaskRules.claim(found.task(), clock.instant(), lease);
                yield tasks.save(found.state().id(), found.kind(), found.task(), claim)
                        ? settle(found, claim, profile, fact)
                        : overtaken(found);
            }
            case NextMove.LookUp(), NextMove.Wait _ -> overtaken(found);
        };
    }

    private Handled call(TaskContext found, PostingProfile profile, Effect effect) {
        // Claimed before the call: after a crash the lease runs out, and no second call is made. It
        // runs out no sooner than a look-up would find what the call did, even if it was sent at
        // the last moment.
        var held = lease.plus(effect.settlingTime());
        var claim = TaskRules.claim(found.task(), clock.instant(), held);
        if (!tasks.save(found.state().id(), found.kind(), found.task(), claim)) {
            return overtaken(found);
        }
        return switch (effect.call()) {
            case Effect.Settled(var fact) -> settle(found, claim, profile, fact);
            case Effect.Held(var wait, var why) ->
                    later(
                            found,
                            claim,
                            postponed(claim, wait, why, claim.waitingSince()),
                            wait,
                            why);
            case Effect.UnderWay(var what) -> underWay(found, claim, profile, effect, what);
            case Effect.Failed(var fault) -> trouble(found, claim, profile, effect, fault);
        };
    }

    /** Waiting is not counted as a failure, but it is limited in time. */
    private Handled underWay(
            TaskContext found,
            Task.Claimed claim,
            PostingProfile profile,
            Effect effect,
            String what) {
        var now = clock.instant();
        var since = claim.waitingSince().orElse(now);
        if (UnderWay.tooLong(since, now)) {
            var fault =
                    new Fault.Rejected(
                            "still_under_way",
                            found.kind().label(),
                            "%s since %s: find out at the other side what became of it"
                                    .formatted(what, since));
            return giveUp(found, claim, profile, effect, fault);
        }
        var wait = UnderWay.untilNextLook(since, now);
        return later(found, claim, postponed(claim, wait, what, Optional.of(since)), wait, what);
    }

    /** The state after a call that is not counted: it may be made again after the wait. */
    private Task postponed(Task held, Duration wait, String why, Optional<Instant> since) {
        return new Task.Postponed(
                held.failures(),
                held.token() + 1,
                clock.instant().plus(wait),
                why,
                held.doubt(),
                since);
    }

    private Handled giveUp(
            TaskContext found, Task held, PostingProfile profile, Effect effect, Fault fault) {
        var doubt = fault instanceof Fault.InDoubt ? Optional.of(fault.detail()) : held.doubt();
        return giveUp(found, held, profile, effect, fault, doubt);
    }

    /**
     * A retry after giving up has all attempts again, and begins with a look-up if there is doubt.
     * A claim that was left to run out would look like a call that never ended.
     */
    private Handled giveUp(
            TaskContext found,
            Task held,
            PostingProfile profile,
            Effect effect,
            Fault fault,
            Optional<String> doubt) {
        var handled = settle(found, held, profile, effect.givenUp(fault, doubt.isPresent()));
        var now = clock.instant();
        long token = held.token() + 1;
        tasks.leave(
                found.state().id(),
                found.kind(),
                held,
                doubt.<Task>map(why -> new Task.InDoubt(0, token, now, why))
                        .orElseGet(() -> new Task.Postponed(0, token, now, fault.detail())));
        return handled;
    }

    private static Handled overtaken(TaskContext found) {
        return new Handled.Postponed(
                Duration.ofSeconds(2),
                "task " + found.kind().label() + " is claimed by another process");
    }

    private Handled settle(TaskContext found, Task held, PostingProfile profile, Fact fact) {
        var ingested = orders.ingest(found.stored(), fact, profile);
        // If the process ends before this, or another one in doubt overtakes it, the sweep does it.
        tasks.takeOffWorkList(found.state().id(), found.kind(), held);
        return new Handled.Done(ingested.messages());
    }

    private Handled trouble(
            TaskContext found, Task held, PostingProfile profile, Effect effect, Fault fault) {
        LOG.warnf(
                "order=%s: task %s failed with %s: %s",
                found.state().id(),
                found.kind().label(),
                fault.getClass().getSimpleName(),
                fault.detail());
        refused(fault);
        int jitter = jitter(found, held);
        var now = clock.instant();
        return switch (FaultPolicy.action(fault, held.failures(), effect.settlingTime(), jitter)) {
            case Action.GiveUp() -> giveUp(found, held, profile, effect, fault);
            case Action.Retry(var delay, var counted) ->
                    later(
                            found,
                            held,
                            new Task.Postponed(
                                    held.failures() + (counted ? 1 : 0),
                                    held.token() + 1,
                                    now.plus(delay),
                                    fault.detail(),
                                    held.doubt(),
                                    held.underWaySince()),
                            delay,
                            fault.detail());
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
                            fault.detail());
        };
    }

    private Handled later(TaskContext found, Task held, Task next, Duration delay, String why) {
        return tasks.save(found.state().id(), found.kind(), held, next)
                ? new Handled.Postponed(delay, why)
                : overtaken(found);
    }

    /** A look-up that failed leaves the call before it in doubt. */
    private Handled unread(TaskContext found, PostingProfile profile, Effect effect, Fault fault) {
        int jitter = jitter(found, found.task());
        return switch (FaultPolicy.action(fault, 0, effect.settlingTime(), jitter)) {
            // Trouble of the account is not the order's: such a look-up is not counted.
            case Action.Retry(var delay, var counted) when !counted -> {
                refused(fault);
                yield later(
                        found,
                        found.task(),
                        new Task.InDoubt(
                                found.task().failures(),
                                found.task().token() + 1,
                                clock.instant().plus(delay),
                                fault.detail()),
                        delay,
                        fault.detail());
            }
            case Action.Retry _, Action.Doubt _, Action.GiveUp() ->
                    trouble(
                            found,
                            found.task(),
                            profile,
                            effect,
                            new Fault.InDoubt("look-up failed: " + fault.detail()));
        };
    }

    private void refused(Fault fault) {
        if (fault instanceof Fault.Unauthorized) {
            metrics.count(Metric.CREDENTIALS_REFUSED);
        }
    }

    private static int jitter(TaskContext found, Task held) {
        return Math.floorMod(found.state().id().hashCode() * 31 + held.failures(), 1000);
    }

    /**
     * Leaves a task that nothing here can execute yet. If it is due, an exception tells a person
     * once what to do and why; the task stays due in the order's state until somebody has done it.
     */
    public Handled leave(TaskContext found, String correlationId) {
        return leave(found, correlationId, "");
    }

    /**
     * Leaves a task that the other system has no way to do.
     *
     * @param advice how a person can do it, added to the reason why it is due
     */
    public Handled leave(TaskContext found, String correlationId, String advice) {
        return new Handled.Done(
                Due.of(found.state(), found.kind())
                        .map(due ->
                                orders.refused(
                                        found.state().id(),
                                        left(found, due, correlationId, advice)))
                        .orElseGet(List::of));
    }

    private OrderException left(TaskContext found, Due due, String correlationId, String advice) {
        return Exceptions.task(
                        found.state().id(),
                        due.task().label(),
                        due.task().trouble(),
                        advice.isEmpty() ? due.cause() : due.cause() + ". " + advice,
                        due.task().owner(),
                        clock.instant(),
                        correlationId,
                        due.moneyAtRisk())
                .marked(Marks.of(found.state()));
    }

    /** The messages of work that is done already, for a message that is delivered again. */
    public Handled.Done again(OrderId order, String... factKinds) {
        return new Handled.Done(orders.again(order, Set.of(factKinds)));
    }
}
