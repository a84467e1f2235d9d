package io.orderloom.core;

import io.orderloom.core.LifecycleEvent.Type;
import io.orderloom.core.Message.Compensate;
import io.orderloom.core.Message.Compensate.Step;
import io.orderloom.core.Message.PostOrder;
import io.orderloom.core.Message.Tell;
import io.orderloom.erp.ErpDocument;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is sent after a change-set was committed: a pure function of it, so that a redelivery sends
 * the very same messages again.
 */
public final class Consequences {
    private Consequences() {}

    public static List<Message> of(ChangeSet changeSet) {
        var messages = new ArrayList<Message>();
        for (int ordinal = 0; ordinal < changeSet.changes().size(); ordinal++) {
            var change = changeSet.changes().get(ordinal);
            of(changeSet, ordinal, change).ifPresent(messages::add);
        }
        return List.copyOf(messages);
    }

    /** The exceptions that the change-set opened. */
    public static List<OrderException> exceptions(ChangeSet changeSet) {
        return changeSet.changes().stream()
                .flatMap(change ->
                        change instanceof Change.ExceptionRaised(var exception)
                                ? Stream.of(exception)
                                : Stream.empty())
                .toList();
    }

    // spotless:off
    private static Optional<Message> of(ChangeSet set, int n, Change change) {
        return switch (change) {
            case Change.Accepted accepted         -> tell(set, n, Type.ACCEPTED, total(accepted.total()));
            case Change.PostingRequested()        -> Optional.of(new PostOrder(id(set, n), set.orderId(), set.correlationId()));
            case Change.Posted(var document)      -> tell(set, n, Type.POSTED, erp(document));
            case Change.PostingRefused(var fault) -> tell(set, n, Type.REJECTED, Map.of("reason", fault.detail()));
            case Change.Cancelled(var reason, _)  -> tell(set, n, Type.CANCELLED, Map.of("reason", reason));
            case Change.ErpCancelRequested _      -> compensate(set, n, Step.CANCEL_IN_ERP);
            case Change.RefundRequested _         -> compensate(set, n, Step.REFUND);
            case Change.Refunded(var reference, var amount) -> tell(set, n, Type.REFUNDED, refund(reference, amount));
            case Change.ExceptionRaised(var e)    -> tell(set, n, Type.EXCEPTION_RAISED, exception(e));
            case Change.ErpCancelled(var document) -> tell(set, n, Type.ERP_CANCELLED, erp(document));
            case Change.Deferred _,
                 Change.Repeated _,
                 Change.PostingNotNeeded _,
                 Change.PostingSkipped _,
                 Change.ErpCancelRefused _,
                 Change.RefundFailed _,
                 Change.RefundClosed _            -> Optional.empty();
        };
    }
    // spotless:on

    private static String id(ChangeSet set, int ordinal) {
        return "%s/%d.%d".formatted(set.orderId(), set.version(), ordinal);
    }

    private static Optional<Message> compensate(ChangeSet set, int ordinal, Step step) {
        return Optional.of(
                new Compensate(id(set, ordinal), set.orderId(), set.correlationId(), step));
    }

    private static Optional<Message> tell(
            ChangeSet set, int ordinal, Type type, Map<String, String> data) {
        return Optional.of(
                new Tell(
                        new LifecycleEvent(
                                id(set, ordinal),
                                type,
                                set.orderId(),
                                set.version() * 1000 + ordinal,
                                set.occurredAt(),
                                set.correlationId(),
                                data)));
    }

    private static Map<String, String> total(Amount total) {
        return Map.of(
                "total", total.transaction().decimal().toPlainString(),
                "currency", total.transaction().currency().code());
    }

    private static Map<String, String> refund(String reference, Amount amount) {
        return Map.of(
                "refund", reference,
                "amount", amount.transaction().decimal().toPlainString(),
                "currency", amount.transaction().currency().code());
    }

    private static Map<String, String> erp(ErpDocument document) {
        return Map.of(
                "erp", document.reference().system(),
                "erpDocument", document.number(),
                "erpDocumentId", document.reference().id(),
                "erpTotal", document.total().decimal().toPlainString(),
                "currency", document.total().currency().code());
    }

    private static Map<String, String> exception(OrderException exception) {
        return Map.of(
                "type", exception.type().name().toLowerCase(Locale.ROOT),
                "path", exception.path(),
                "reason", exception.detail(),
                "owner", exception.owner().name().toLowerCase(Locale.ROOT));
    }

    /** What subscribers are told of an exception that left the order untouched. */
    public static Message told(OrderId orderId, OrderException exception) {
        return new Tell(
                new LifecycleEvent(
                        "%s/%s".formatted(orderId, exception.fingerprint()),
                        Type.EXCEPTION_RAISED,
                        orderId,
                        0,
                        exception.raisedAt(),
                        exception.correlationId(),
                        exception(exception)));
    }
}
