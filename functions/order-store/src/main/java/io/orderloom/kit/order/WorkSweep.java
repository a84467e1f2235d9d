package io.orderloom.kit.order;

import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Goes through the work list and settles what is over. A sweep that runs out of time stores its
 * place, and the next begins after it, so that every part has its turn.
 */
@ApplicationScoped
public class WorkSweep {
    private final WorkList list;
    private final WorkCursor cursor;
    private final ExceptionSweep exceptions;
    private final TaskSweep tasks;
    private final Tasks store;
    private final InstantSource clock;

    WorkSweep(
            WorkList list,
            WorkCursor cursor,
            ExceptionSweep exceptions,
            TaskSweep tasks,
            Tasks store,
            InstantSource clock) {
        this.list = list;
        this.cursor = cursor;
        this.exceptions = exceptions;
        this.tasks = tasks;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The result of a sweep.
     *
     * @param exceptions how many were resolved
     * @param tasks how many were removed from the list
     * @param unreadable items that are named in the log and left as they are
     * @param ended whether it came to the end of the list; if not, the next sweep continues
     */
    public record Swept(int exceptions, int tasks, int unreadable, boolean ended) {}

    /**
     * @param until when no further part of the list is begun; one is done in any case
     * @param others settles an exception that belongs to no order, and returns whether it did
     */
    public Swept run(Instant until, Predicate<ExceptionRecord> others) {
        var sweep = new Sweeping(until, others);
        var start = cursor.read();
        try {
            for (var kind : WorkList.kindsFrom(start)) {
                if (!sweep.through(kind, list.parts(kind, start))) {
                    sweep.leavePlace();
                    return sweep.swept(false);
                }
            }
        } catch (RuntimeException failed) {
            // Even if every run fails after a while, the items after that point must have their
            // turn.
            sweep.leavePlace();
            throw failed;
        }
        if (start.isPresent()) {
            cursor.forget();
        }
        return sweep.swept(true);
    }

    /** One run. */
    private final class Sweeping {
        private final Instant until;
        private final Predicate<ExceptionRecord> others;
        private final OneByOne oneByOne = new OneByOne();
        private Optional<WorkPlace> last = Optional.empty();
        private int settled;
        private int takenOff;

        Sweeping(Instant until, Predicate<ExceptionRecord> others) {
            this.until = until;
            this.others = others;
        }

        /**
         * @return false if the time was up before the end of that kind
         */
        boolean through(String kind, Iterator<List<Map<String, AttributeValue>>> parts) {
            while (parts.hasNext()) {
                if (last.isPresent() && !clock.instant().isBefore(until)) {
                    return false;
                }
                settle(kind, parts.next());
            }
            return true;
        }

        void leavePlace() {
            last.ifPresent(cursor::keep);
        }

        private void settle(String kind, List<Map<String, AttributeValue>> part) {
            task(kind)
                    .ifPresentOrElse(
                            task -> settleTasks(read(part, item -> store.listed(task, item))),
                            () -> settleExceptions(read(part, WorkSweep::exception)));
            last = Optional.of(WorkPlace.of(part.getLast()));
        }

        private void settleTasks(List<Tasks.Listed> part) {
            takenOff += tasks.settle(part, oneByOne);
        }

        private void settleExceptions(List<ExceptionRecord> part) {
            settled += exceptions.settle(part, oneByOne);
            settled +=
                    (int)
                            part.stream()
                                    .filter(kept -> kept.order().isEmpty())
                                    .filter(kept ->
                                            oneByOne.read(kept.key(), () -> others.test(kept))
                                                    .orElse(false))
                                    .count();
        }

        private <T> List<T> read(
                List<Map<String, AttributeValue>> part,
                Function<Map<String, AttributeValue>, T> reading) {
            return part.stream()
                    .flatMap(item ->
                            oneByOne.read(ItemKey.of(item), () -> reading.apply(item)).stream())
                    .toList();
        }

        Swept swept(boolean ended) {
            return new Swept(settled, takenOff, oneByOne.unreadable(), ended);
        }
    }

    /** The order is parsed here too, since an unreadable name is as bad as an unreadable body. */
    private static ExceptionRecord exception(Map<String, AttributeValue> item) {
        var kept = ExceptionItems.read(item);
        var _ = kept.order();
        return kept;
    }

    private static Optional<TaskKind> task(String kind) {
        return Stream.of(TaskKind.values())
                .filter(task -> Items.work(task).equals(kind))
                .findFirst();
    }
}
