package io.orderloom.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides what to do next about an effect. Pure. */
public final class TaskRules {
    private TaskRules() {}

    public sealed interface NextMove {

        /** Claim it and call. */
        record Act() implements NextMove {}

        /** A call may have been made: look before calling again. */
        record LookUp() implements NextMove {}

        record Wait(Instant until) implements NextMove {}
    }

    public static NextMove next(Task task, Instant now) {
        return switch (task) {
            case Task.Untried() -> new NextMove.Act();
            case Task.Postponed p when now.isBefore(p.notBefore()) ->
                    new NextMove.Wait(p.notBefore());
            case Task.Postponed _ -> new NextMove.Act();
            case Task.InDoubt d when now.isBefore(d.settlesAt()) ->
                    new NextMove.Wait(d.settlesAt());
            case Task.InDoubt _ -> new NextMove.LookUp();
            case Task.Claimed c when now.isBefore(c.leaseUntil()) ->
                    new NextMove.Wait(c.leaseUntil());
            case Task.Claimed _ -> new NextMove.LookUp();
        };
    }

    /** The task as held by the process that calls now. */
    public static Task.Claimed claim(Task task, Instant now, Duration lease) {
        return new Task.Claimed(
                task.failures(),
                task.token() + 1,
                now.plus(lease),
                doubtBefore(task),
                task.underWaySince());
    }

    /**
     * The doubt to keep with a claim. A task that is claimed already is taken over from a process
     * that may have called.
     */
    private static Optional<String> doubtBefore(Task task) {
        return task instanceof Task.Claimed
                ? task.doubt().or(() -> Optional.of("a call was begun and never ended"))
                : task.doubt();
    }
}
