package io.orderloom.history;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.LineQuantities;
import io.orderloom.core.Message;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.Uncovered;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.history.History.Truth;
import io.orderloom.money.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Checks what must hold for every history, in whatever order its facts arrive. */
public final class Proof {
    private Proof() {}

    /** The first thing that does not hold, if there is one. */
    public static Optional<String> broken(History history) {
        try {
            var asItHappened = Run.of(World.PROFILE, history.facts());
            return truth(history, asItHappened)
                    .or(() -> replay(asItHappened))
                    .or(() -> arrival(history, asItHappened))
                    .map(what -> "seed %d: %s".formatted(history.seed(), what));
        } catch (RuntimeException | AssertionError bug) {
            return Optional.of("seed %d: %s".formatted(history.seed(), bug));
        }
    }

    private static Optional<String> truth(History history, Run run) {
        if (!(run.state() instanceof Placed placed)) {
            return Optional.of("the order was not accepted: " + run.messages().values());
        }
        return run.exceptions().stream()
                .filter(Proof::unexpected)
                .findFirst()
                .map(e -> "exception " + e)
                .or(() -> units(history, placed))
                .or(() -> money(history, placed))
                .or(() ->
                        Uncovered.of(placed).stream()
                                .findFirst()
                                .map(w -> "at its end waits " + w));
    }

    /** Tells whether the exception is one that the random world does not cause by itself. */
    private static boolean unexpected(OrderException exception) {
        return switch (exception.type()) {
            case MONEY, OWNERSHIP, CONFLICT, PAYLOAD, SUBSCRIBER, TASK, DEAD_LETTER -> true;
            case QUANTITY -> !exception.path().startsWith("delivery[");
            case ERP, REFUND -> false;
        };
    }

    private static Optional<String> units(History history, Placed placed) {
        for (var line : placed.quantities()) {
            var told = history.truth().getOrDefault(line.lineId(), Truth.NONE);
            if (!agrees(line, told)) {
                return Optional.of("line %s, in truth %s".formatted(line, told));
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(LineQuantities line, Truth told) {
        return line.shipped().equals(told.shipped())
                && line.cancelled().equals(told.cancelled())
                && line.returned().equals(told.returned())
                && line.active().plus(line.cancelled()).equals(line.ordered());
    }

    private static Optional<String> money(History history, Placed placed) {
        return placed.refundable().plus(history.refunded()).equals(taken(placed))
                ? Optional.empty()
                : Optional.of(
                        "%s went back, but %s of %s is left"
                                .formatted(history.refunded(), placed.refundable(), taken(placed)));
    }

    private static Amount taken(Placed placed) {
        var sum = placed.placed().zero();
        for (var payment : placed.payments()) {
            sum = sum.plus(payment.captured());
        }
        return sum.max(placed.captured());
    }

    private static Optional<String> replay(Run run) {
        return run.replayed().equals(run.state())
                ? Optional.empty()
                : Optional.of("the log gives another state");
    }

    private static Optional<String> arrival(History history, Run asItHappened) {
        var random = new SplittableRandom(history.seed());
        var facts =
                Permutations.withRepetitions(
                        Permutations.shuffled(history.facts(), random), random);
        var run = Run.of(World.PROFILE, facts);
        if (!run.state().equals(asItHappened.state())) {
            return Optional.of(
                    "%s\n ends in %s\n and not in %s"
                            .formatted(kinds(facts), run.state(), asItHappened.state()));
        }
        return said(history, run).equals(said(history, asItHappened))
                ? Optional.empty()
                : Optional.of(
                        "%s\n says %s\n and not %s"
                                .formatted(
                                        kinds(facts),
                                        run.messages().keySet(),
                                        asItHappened.messages().keySet()));
    }

    /**
     * The messages to compare. An order that an edit lets grow may have been complete before the
     * edit was known, so its completion is the one event that may be published too early (see the
     * decision records).
     */
    private static Map<String, Message> said(History history, Run run) {
        var messages = run.messages();
        if (!history.grown()) {
            return messages;
        }
        var lasting = new HashMap<>(messages);
        lasting.values()
                .removeIf(m ->
                        m instanceof Message.PublishEvent(var event)
                                && event.type() == LifecycleEvent.Type.COMPLETED);
        return lasting;
    }

    private static List<String> kinds(List<Fact> facts) {
        return facts.stream().map(f -> f.provenance().key().toString()).toList();
    }
}
