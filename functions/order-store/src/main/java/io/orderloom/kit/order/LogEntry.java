package io.orderloom.kit.order;

import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * The changes that a fact made, and so the fact itself, except for a document, which has an item of
 * its own. Idempotency record and log entry in one.
 *
 * @param digest of the fact's content, to distinguish a repetition from a contradiction
 */
@RegisterForReflection
public record LogEntry(String digest, ChangeSet changeSet) {

    static LogEntry of(Fact fact, ChangeSet changeSet) {
        return new LogEntry(digest(fact), changeSet);
    }

    /** Rebuilds the state from a log and nothing else. */
    static OrderState replay(OrderId order, List<LogEntry> log) {
        var state = OrderState.unheardOf(order);
        for (var entry : log) {
            state = OrderCore.evolve(state, entry.changeSet());
        }
        return state;
    }

    /** Whether another statement of the same fact has the same content. */
    boolean agrees(Fact other) {
        return digest.equals(digest(other));
    }

    /**
     * Whether the fact states an order that this entry placed at another revision of its source.
     * That is news about the order, and does not contradict how it was placed.
     */
    boolean isOfAnotherRevision(Fact fact) {
        return fact instanceof Fact.OrderPlaced(_, var order)
                && changeSet.changes().stream()
                        .anyMatch(change ->
                                change instanceof Change.Accepted accepted
                                        && !accepted.terms()
                                                .revision()
                                                .source()
                                                .equals(order.sourceRevision()));
    }

    /**
     * A hash of the fact's content, without the parts that differ from one delivery to the next.
     */
    private static String digest(Fact fact) {
        Object says =
                switch (fact) {
                    case Fact.OrderPlaced placed -> placed.order();
                    case Fact.OrderEdited edited -> edited.order();
                    case Fact.OrderCancelled cancelled -> cancelled.reason();
                    case Fact.RefundSettled settled -> settled.amount();
                    case Fact.RefundFailed _ -> Fact.RefundFailed.KIND;
                    case Fact.ErpPosted posted -> posted.document().reference();
                    case Fact.ErpRefused _ -> Fact.ErpRefused.KIND;
                    case Fact.ErpInDoubt _ -> Fact.ErpInDoubt.KIND;
                    case Fact.ErpPostingSkipped _ -> Fact.ErpPostingSkipped.KIND;
                    case Fact.ErpCancelled cancelled -> cancelled.document().reference();
                    case Fact.ErpCancelRefused _ -> Fact.ErpCancelRefused.KIND;
                    case Fact other -> Json.without(other, "provenance");
                };
        return Base64.getEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOf(Hashes.sha256(Json.bytes(says)), 16));
    }
}
