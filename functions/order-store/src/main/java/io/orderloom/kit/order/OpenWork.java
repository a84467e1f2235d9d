package io.orderloom.kit.order;

import io.orderloom.core.Marks;
import io.orderloom.core.MoneyAtRisk;
import io.orderloom.exception.OrderException;
import io.orderloom.money.Amount;
import io.orderloom.task.TaskKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Open exceptions and troubled tasks, with the time since when each is open. They are streamed and
 * not collected, so that there may be more than a function's memory holds. They lag moments behind
 * the table.
 */
@ApplicationScoped
public class OpenWork {
    private final WorkList list;
    private final States states;
    private final Tasks tasks;
    private final InstantSource clock;

    OpenWork(WorkList list, States states, Tasks tasks, InstantSource clock) {
        this.list = list;
        this.states = states;
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * How much of the work was read.
     *
     * @param whole false if the time was up before the end
     * @param unreadable how many items can't be read; the log names them
     */
    public record Seen(boolean whole, int unreadable) {}

    /** Passes on all open exceptions except those of test orders, until the time is up. */
    public Seen exceptions(Instant until, Consumer<OrderException> each) {
        return through(
                Items.OPEN_EXCEPTION,
                until,
                (part, oneByOne) ->
                        part.forEach(item ->
                                oneByOne.read(ItemKey.of(item), () -> ExceptionItems.read(item))
                                        .map(kept -> kept.value().what())
                                        .filter(OrderException::counts)
                                        .ifPresent(each)));
    }

    /**
     * Passes on the amounts of all refunds that were tried and have not succeeded yet, until the
     * time is up. Test orders are left out, since no money depends on them.
     */
    public Seen refunds(Instant until, Consumer<Amount> each) {
        return through(
                Items.work(TaskKind.REFUND), until, (part, oneByOne) -> owed(part, oneByOne, each));
    }

    private void owed(
            List<Map<String, AttributeValue>> part, OneByOne oneByOne, Consumer<Amount> each) {
        var orders =
                part.stream()
                        .flatMap(item ->
                                oneByOne
                                        .read(
                                                ItemKey.of(item),
                                                () -> tasks.listed(TaskKind.REFUND, item).order())
                                        .stream())
                        .collect(Collectors.toSet());
        states.of(orders, oneByOne).values().stream()
                .filter(state -> Marks.of(state).isEmpty())
                .forEach(state -> MoneyAtRisk.of(state, TaskKind.REFUND).ifPresent(each));
    }

    private interface Step {
        void take(List<Map<String, AttributeValue>> part, OneByOne oneByOne);
    }

    private Seen through(String kind, Instant until, Step step) {
        var oneByOne = new OneByOne();
        var parts = list.parts(kind, Optional.empty());
        while (parts.hasNext()) {
            if (!clock.instant().isBefore(until)) {
                return new Seen(false, oneByOne.unreadable());
            }
            step.take(parts.next(), oneByOne);
        }
        return new Seen(true, oneByOne.unreadable());
    }
}
