package io.orderloom.exception;

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
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.util.Optional;

/** Every kind of exception is made here: its fingerprint, type, path and words in one place. */
public final class Exceptions {
    private Exceptions() {}

    /** A fact that does not fit, or that says that another system refused. */
    public static OrderException ofFact(
            Provenance fact,
            Type type,
            String path,
            String detail,
            Owner owner,
            Optional<Amount> moneyAtRisk) {
        return new OrderException(
                new OfFact(fact.key(), type, path),
                type,
                path,
                detail,
                owner,
                fact.recordedAt(),
                fact.correlationId(),
                moneyAtRisk,
                Optional.empty());
    }

    /**
     * An order that was placed comes again as one that can't be placed: it contradicts itself.
     *
     * @param refused what it would be of an order that is new
     */
    public static OrderException placedAgain(FactKey fact, OrderException refused) {
        return new OrderException(
                new OfPlacedAgain(fact, refused.type(), refused.path()),
                Type.CONFLICT,
                refused.path(),
                refused.detail(),
                refused.owner(),
                refused.raisedAt(),
                refused.correlationId(),
                refused.moneyAtRisk(),
                refused.mark());
    }

    public static OrderException contradiction(Provenance fact) {
        return plain(
                new OfContradiction(fact.key()),
                Type.CONFLICT,
                fact.key().kind(),
                "the same fact came again and says something else; the first one holds",
                Owner.INTEGRATION_TEAM,
                fact.recordedAt(),
                fact.correlationId());
    }

    public static OrderException bookedTwice(
            OrderId order, Instant at, String correlationId, Amount moneyAtRisk) {
        return new OrderException(
                new OfBookedTwice(order),
                Type.CONFLICT,
                OfBookedTwice.PATH,
                "more than one document books " + order,
                Owner.ERP_TEAM,
                at,
                correlationId,
                Optional.of(moneyAtRisk),
                Optional.empty());
    }

    /**
     * A task that only a person can do.
     *
     * @param task its label
     * @param cause why it is due, for a person
     */
    public static OrderException task(
            OrderId order,
            String task,
            Type type,
            String cause,
            Owner owner,
            Instant at,
            String correlationId,
            Optional<Amount> moneyAtRisk) {
        return new OrderException(
                new OfTask(order, task),
                type,
                task,
                cause,
                owner,
                at,
                correlationId,
                moneyAtRisk,
                Optional.empty());
    }

    /**
     * Facts wait for their order, which did not come.
     *
     * @param waiting what was stated of it, by name
     */
    public static OrderException missingOrder(
            OrderId order, String waiting, Instant at, String correlationId) {
        return plain(
                new OfMissingOrder(order),
                Type.TASK,
                OfMissingOrder.PATH,
                "the order itself never came, but %s did; have the channel send the order again"
                        .formatted(waiting),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId);
    }

    public static OrderException unreadable(
            String delivery, Fault.Invalid fault, Instant at, String correlationId) {
        return plain(
                new OfPayload(delivery, fault.path()),
                Type.PAYLOAD,
                fault.path(),
                fault.detail(),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId);
    }

    /**
     * @param path the task that does not get on without the message, or its queue
     */
    public static OrderException deadLetter(
            OfDeadLetter letter,
            String path,
            String cause,
            Instant at,
            String correlationId,
            Optional<Amount> moneyAtRisk) {
        return new OrderException(
                letter,
                Type.DEAD_LETTER,
                path,
                cause,
                Owner.INTEGRATION_TEAM,
                at,
                correlationId,
                moneyAtRisk,
                Optional.empty());
    }

    /**
     * A subscriber refused an event.
     *
     * @param type of the event, as its subscribers know it
     */
    public static OrderException untold(
            OfUntoldEvent untold, String type, Fault fault, Instant at, String correlationId) {
        return plain(
                untold,
                Type.SUBSCRIBER,
                untold.subscriber(),
                "was never told %s: %s".formatted(type, fault.detail()),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId);
    }

    public static OrderException outage(String subscriber, String met, Instant at) {
        var fingerprint = new OfOutage(subscriber);
        return plain(
                fingerprint,
                Type.SUBSCRIBER,
                subscriber,
                "does not take its events (%s): they are kept, and told in order when it does"
                        .formatted(met),
                Owner.INTEGRATION_TEAM,
                at,
                fingerprint.text());
    }

    /**
     * @param type what waits for the account
     * @param owner who can change its key
     */
    public static OrderException credentials(
            String system, Type type, Owner owner, String met, Instant at) {
        var fingerprint = new OfCredentials(system);
        return plain(
                fingerprint,
                type,
                OfCredentials.PATH,
                "%s does not take our credentials (%s): all its orders wait, and go on by themselves when it does"
                        .formatted(system, met),
                owner,
                at,
                fingerprint.text());
    }

    /**
     * A shop sent the number of a card. The type is one that the version before knows, too; the
     * fingerprint names the cause, once for each order.
     */
    public static OrderException cardNumber(
            String channelInstance, String places, Instant at, String correlationId) {
        return plain(
                new OfCardNumber(channelInstance),
                Type.OWNERSHIP,
                places,
                "%s: %s sent the number of a payment card in %s. It was masked here; delete it in the shop"
                        .formatted(OfCardNumber.NAME, channelInstance, places),
                Owner.CUSTOMER_SERVICE,
                at,
                correlationId);
    }

    /**
     * An order's log was changed, and nothing is appended to it. The type is one that the version
     * before knows, too.
     *
     * @param item the sort key of the entry that was changed
     * @param version that the entry led to
     */
    public static OrderException tamperedTail(
            OrderId order, String item, long version, String what, Provenance fact) {
        return plain(
                new OfTamperedLog(Long.toString(version)),
                Type.CONFLICT,
                item,
                tampered(order.toString(), item, what) + ". Nothing is appended to it",
                Owner.INTEGRATION_TEAM,
                fact.recordedAt(),
                fact.correlationId());
    }

    /** The same of an item that was found when nothing was to be appended. */
    public static OrderException tamperedLog(
            String order, String item, String what, Instant at, String correlationId) {
        return plain(
                new OfTamperedLog(item),
                Type.CONFLICT,
                item,
                tampered(order, item, what),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId);
    }

    private static String tampered(String order, String item, String what) {
        return "%s: item %s of order %s was changed by somebody: %s"
                .formatted(OfTamperedLog.NAME, item, order, what);
    }

    private static OrderException plain(
            Fingerprint fingerprint,
            Type type,
            String path,
            String detail,
            Owner owner,
            Instant at,
            String correlationId) {
        return new OrderException(
                fingerprint,
                type,
                path,
                detail,
                owner,
                at,
                correlationId,
                Optional.empty(),
                Optional.empty());
    }
}
