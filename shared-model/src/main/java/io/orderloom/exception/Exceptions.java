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
import io.orderloom.exception.Fingerprint.OfUncovered;
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

/** Makes every kind of exception, with its fingerprint, type, path and words in one place. */
public final class Exceptions {
    private Exceptions() {}

    /** The exception for a fact that does not fit, or that states that another system refused. */
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
     * The exception for an order that was placed before and comes again as one that can't be
     * placed, which contradicts itself.
     *
     * @param refused the exception that it would be if the order were new
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
     * The exception for a task that only a person can do.
     *
     * @param task its label
     * @param cause the reason why it is due, in words for a person
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
     * The exception for facts that wait for an order that did not come.
     *
     * @param waiting names of the facts that did come
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

    /**
     * The exception for facts of a placed order that state more than other facts cover.
     *
     * @param waiting what waits and for which fact, in words for a person
     */
    public static OrderException uncovered(
            OrderId order,
            String waiting,
            Instant at,
            String correlationId,
            Optional<Amount> moneyAtRisk) {
        return new OrderException(
                new OfUncovered(order),
                Type.TASK,
                OfUncovered.PATH,
                "facts state more than others cover: %s; have the source of what is missing state it"
                        .formatted(waiting),
                Owner.INTEGRATION_TEAM,
                at,
                correlationId,
                moneyAtRisk,
                Optional.empty());
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
     * @param path the task that can't go on without the message, or its queue
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
     * The exception for an event that a subscriber refused.
     *
     * @param type the event's type, as its subscribers know it
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
                "does not take its events (%s): they are kept, and delivered in order when it does"
                        .formatted(met),
                Owner.INTEGRATION_TEAM,
                at,
                fingerprint.text());
    }

    /**
     * @param type the type of the work that waits for the account
     * @param owner the team that can change the account's key
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
     * The exception for a shop that sent the number of a payment card. Its type is one that the
     * previous version knows, too; the fingerprint names the cause, once for each order.
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
     * The exception for an order's log that somebody changed, so that nothing is appended to it.
     * Its type is one that the previous version knows, too.
     *
     * @param item the sort key of the entry that was changed
     * @param version the order's version that the entry led to
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

    /** The exception for a changed item of a log that was found when nothing was to be appended. */
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
