package io.orderloom.simulation.oracle;

import io.orderloom.core.AutoResolution;
import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.Fingerprint.OfBookedTwice;
import io.orderloom.exception.Fingerprint.OfCardNumber;
import io.orderloom.exception.Fingerprint.OfContradiction;
import io.orderloom.exception.Fingerprint.OfCredentials;
import io.orderloom.exception.Fingerprint.OfDeadLetter;
import io.orderloom.exception.Fingerprint.OfFact;
import io.orderloom.exception.Fingerprint.OfMissingOrder;
import io.orderloom.exception.Fingerprint.OfOutage;
import io.orderloom.exception.Fingerprint.OfPayload;
import io.orderloom.exception.Fingerprint.OfPlacedAgain;
import io.orderloom.exception.Fingerprint.OfTamperedLog;
import io.orderloom.exception.Fingerprint.OfTask;
import io.orderloom.exception.Fingerprint.OfUncovered;
import io.orderloom.exception.Fingerprint.OfUnknownForm;
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.shop.PaymentBook;
import io.orderloom.simulation.shop.SimulatedOrder;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import io.orderloom.simulation.shop.SimulatedShop;
import io.orderloom.task.TaskKind;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which exceptions of an order may still be open. An exception excuses only what it names,
 * and only if its cause was drawn for this order.
 */
record Excuses(SimulatedOrder order, PaymentBook till) {

    /** The causes that were drawn for this order. */
    Set<Cause> drawn() {
        var drawn = EnumSet.noneOf(Cause.class);
        switch (order.kind()) {
            case MISCOUNTED -> drawn.add(Cause.MISCOUNTED);
            case UNREADABLE -> drawn.add(Cause.UNREADABLE);
            case NEVER_KNOWN_ITEM -> drawn.add(Cause.NEVER_KNOWN);
            case PLAIN, PAID_LATER, CANCELLED, TEST, UNKNOWN_ITEM -> {}
        }
        if (till.hasRefused(id())) {
            drawn.add(Cause.REFUND_REFUSED);
        }
        return drawn;
    }

    /** The cause that the exception names, if it was drawn for this order. */
    Optional<Cause> of(OrderException exception) {
        return drawn().stream().filter(cause -> names(exception, cause)).findFirst();
    }

    private boolean names(OrderException exception, Cause cause) {
        return switch (cause) {
            case MISCOUNTED ->
                    exception.type() == Type.MONEY && isAbout(exception, Fact.OrderPlaced.KIND);
            case NEVER_KNOWN ->
                    exception.type() == Type.ERP
                            // A posting that was rejected after a doubt stays in doubt, and its
                            // exception names the item.
                            && (isAbout(exception, Fact.ErpRefused.KIND)
                                    || isAbout(exception, Fact.ErpInDoubt.KIND))
                            && exception.path().contains(order.items().getFirst().sku());
            case REFUND_REFUSED ->
                    exception.type() == Type.REFUND
                            && AutoResolution.task(exception)
                                    .filter(task -> task == TaskKind.REFUND)
                                    .isPresent()
                            && isOfThisOrder(exception.fingerprint());
            // Stored under the delivery's id, since the order is unknown.
            case UNREADABLE -> false;
        };
    }

    /** Returns whether the exception is about a fact of this kind about this order. */
    private boolean isAbout(OrderException exception, String factKind) {
        return exception
                .fingerprint()
                .fact()
                .filter(key -> key.kind().equals(factKind) && isThisOrder(key))
                .isPresent();
    }

    private boolean isThisOrder(FactKey key) {
        return key.sourceId().equals(id().toString())
                || key.sourceId().equals(id().channelOrderId());
    }

    private boolean isOfThisOrder(Fingerprint fingerprint) {
        return switch (fingerprint) {
            case OfTask(var of, _) -> of.equals(id());
            case OfFact(var key, _, _) -> isThisOrder(key);
            case OfPlacedAgain _,
                    OfContradiction _,
                    OfBookedTwice _,
                    OfMissingOrder _,
                    OfUncovered _,
                    OfPayload _,
                    OfDeadLetter _,
                    OfUntoldEvent _,
                    OfOutage _,
                    OfCredentials _,
                    OfCardNumber _,
                    OfTamperedLog _,
                    OfUnknownForm _ ->
                    false;
        };
    }

    private OrderId id() {
        return SimulatedShop.id(order);
    }

    /** Returns whether the order must never be booked, by the causes that were drawn. */
    boolean isUnfit() {
        return order.kind() == Kind.MISCOUNTED
                || order.kind() == Kind.UNREADABLE
                || order.kind() == Kind.NEVER_KNOWN_ITEM;
    }
}
