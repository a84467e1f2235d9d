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
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Random fingerprints of every kind, with awkward ids and paths, made from a seed. */
final class SomeFingerprints {
    /**
     * Pieces of random ids. Among them are the words that join the parts of a fingerprint, so that
     * an id may look like such a part.
     */
    private static final List<String> PIECES =
            List.of(
                    "|",
                    "|",
                    "|",
                    "",
                    " ",
                    "%",
                    "%s",
                    "a",
                    "7",
                    "ü",
                    "/",
                    "task",
                    "untold",
                    "outage",
                    "MONEY",
                    "CONFLICT",
                    "PAYLOAD",
                    "ERP",
                    "subscriber",
                    "dead-letter",
                    "log-tampered",
                    "card-number",
                    "account",
                    "credentials");

    private static final List<String> KINDS =
            List.of(
                    Fact.OrderPlaced.KIND,
                    Fact.ErpRefused.KIND,
                    Fact.RefundFailed.KIND,
                    Fact.ErpCancelRefused.KIND);

    private static final List<Type> OF_FACTS =
            List.of(
                    Type.MONEY,
                    Type.QUANTITY,
                    Type.OWNERSHIP,
                    Type.ERP,
                    Type.REFUND,
                    Type.CONFLICT);

    private final SplittableRandom random;

    /**
     * A fingerprint with the values that are stored beside its text.
     *
     * @param path the exception's path
     */
    record One(Type type, String path, Fingerprint value) {}

    SomeFingerprints(long seed) {
        random = new SplittableRandom(seed);
    }

    Stream<One> all() {
        return Stream.of(
                ofFact(),
                undecided(),
                placedAgain(),
                contradiction(),
                new One(Type.CONFLICT, "erp.documents", new OfBookedTwice(order())),
                new One(Type.TASK, "order", new OfMissingOrder(order())),
                new One(Type.TASK, "facts", new OfUncovered(order())),
                task(),
                payload(),
                new One(Type.DEAD_LETTER, "erp-post", new OfDeadLetter(plain(), awkward())),
                untold(),
                outage(),
                new One(Type.ERP, "account.credentials", new OfCredentials(awkward())),
                new One(Type.OWNERSHIP, awkward(), new OfCardNumber(plain())),
                new One(Type.CONFLICT, awkward(), new OfTamperedLog("" + random.nextInt(99))),
                tampered());
    }

    private One ofFact() {
        var type = any(OF_FACTS);
        var path = awkward();
        return new One(type, path, new OfFact(key(), type, path));
    }

    private One undecided() {
        var key = key();
        return new One(Type.PAYLOAD, key.kind(), new OfFact(key, Type.PAYLOAD, key.kind()));
    }

    private One placedAgain() {
        var path = awkward();
        return new One(Type.CONFLICT, path, new OfPlacedAgain(key(), any(OF_FACTS), path));
    }

    private One contradiction() {
        var key = key();
        return new One(Type.CONFLICT, key.kind(), new OfContradiction(key));
    }

    private One task() {
        var task = any(List.of("refund", "erp-cancel", "return"));
        var type = task.equals("refund") ? Type.REFUND : Type.TASK;
        return new One(type, task, new OfTask(order(), task));
    }

    private One payload() {
        var path = awkward();
        return new One(Type.PAYLOAD, path, new OfPayload(awkward(), path));
    }

    private One untold() {
        var subscriber = awkward();
        return new One(Type.SUBSCRIBER, subscriber, new OfUntoldEvent(awkward(), subscriber));
    }

    private One outage() {
        var subscriber = awkward();
        return new One(Type.SUBSCRIBER, subscriber, new OfOutage(subscriber));
    }

    private One tampered() {
        var item = "FACT#" + awkward();
        return new One(Type.CONFLICT, item, new OfTamperedLog(item));
    }

    private OrderId order() {
        return new OrderId("shop" + plain(), "1" + awkward());
    }

    private FactKey key() {
        return new FactKey("sys/" + plain(), any(KINDS), plain(), plain());
    }

    private String plain() {
        return awkward().replace("|", "");
    }

    private String awkward() {
        var text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(any(PIECES));
        }
        return text.toString();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
