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
import io.orderloom.exception.Fingerprint.OfUnknownForm;
import io.orderloom.exception.Fingerprint.OfUntoldEvent;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.FactKey;
import io.orderloom.order.OrderId;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the texts of fingerprints. Ids and paths may contain bars, so a text is taken apart from
 * the ends that are known: its type and path, and words that only one kind begins with.
 */
final class StoredFingerprint {
    private static final String BAR = "|";

    /**
     * The four parts of a fact's key, the type of its trouble, and the path. Only the path may
     * contain a bar.
     */
    private static final int PARTS_OF_A_FACT = 6;

    private StoredFingerprint() {}

    static Fingerprint read(Type type, String path, String text) {
        return known(type, path, text)
                .filter(fingerprint -> fingerprint.text().equals(text))
                .orElseGet(() -> new OfUnknownForm(text));
    }

    static Fingerprint readOfFact(String text) {
        var parts = text.split("\\|", PARTS_OF_A_FACT);
        if (parts.length < PARTS_OF_A_FACT) {
            return new OfUnknownForm(text);
        }
        var key = new FactKey(parts[0], parts[1], parts[2], parts[3]);
        return type(parts[4])
                .<Fingerprint>map(type -> new OfFact(key, type, parts[5]))
                .orElseGet(() -> new OfUnknownForm(text));
    }

    // spotless:off
    private static Optional<Fingerprint> known(Type type, String path, String text) {
        return switch (type) {
            case MONEY, QUANTITY -> fact(type, path, text);
            case OWNERSHIP       -> cardNumber(text)         .or(() -> fact(type, path, text));
            case PAYLOAD         -> undecided(path, text)    .or(() -> payload(path, text));
            case ERP             -> credentials(text)        .or(() -> fact(type, path, text));
            case REFUND          -> credentials(text)        .or(() -> task(path, text)).or(() -> fact(type, path, text));
            case TASK            -> missingOrder(path, text) .or(() -> uncovered(path, text)).or(() -> task(path, text));
            case CONFLICT        -> conflict(path, text);
            case SUBSCRIBER      -> outage(path, text)       .or(() -> untold(path, text));
            case DEAD_LETTER     -> deadLetter(text);
        };
    }
    // spotless:on

    private static Optional<Fingerprint> conflict(String path, String text) {
        return tamperedLog(path, text)
                .or(() -> bookedTwice(path, text))
                .or(() -> fact(Type.CONFLICT, path, text))
                .or(() -> contradiction(path, text))
                .or(() -> placedAgain(path, text));
    }

    private static Optional<Fingerprint> fact(Type type, String path, String text) {
        return before(text, BAR + type + BAR + path)
                .flatMap(FactKey::read)
                .map(key -> new OfFact(key, type, path));
    }

    /**
     * A fact that the core could not decide has its kind for a path; a payload's path is a field.
     */
    private static Optional<Fingerprint> undecided(String path, String text) {
        return fact(Type.PAYLOAD, path, text)
                .filter(known -> known.fact().filter(key -> key.kind().equals(path)).isPresent());
    }

    private static Optional<Fingerprint> payload(String path, String text) {
        return before(text, BAR + Type.PAYLOAD + BAR + path)
                .map(delivery -> new OfPayload(delivery, path));
    }

    private static Optional<Fingerprint> task(String path, String text) {
        return before(text, BAR + OfTask.NAME + BAR + path)
                .flatMap(StoredFingerprint::order)
                .map(order -> new OfTask(order, path));
    }

    private static Optional<Fingerprint> missingOrder(String path, String text) {
        return before(text, BAR + OfMissingOrder.NAME + BAR + OfMissingOrder.PATH)
                .filter(_ -> path.equals(OfMissingOrder.PATH))
                .flatMap(StoredFingerprint::order)
                .map(OfMissingOrder::new);
    }

    private static Optional<Fingerprint> uncovered(String path, String text) {
        return before(text, BAR + OfUncovered.NAME + BAR + OfUncovered.PATH)
                .filter(_ -> path.equals(OfUncovered.PATH))
                .flatMap(StoredFingerprint::order)
                .map(OfUncovered::new);
    }

    private static Optional<Fingerprint> bookedTwice(String path, String text) {
        return path.equals(OfBookedTwice.PATH)
                ? before(text, BAR + Type.CONFLICT + BAR + path)
                        .flatMap(StoredFingerprint::order)
                        .map(OfBookedTwice::new)
                : Optional.empty();
    }

    private static Optional<Fingerprint> contradiction(String path, String text) {
        return before(text, BAR + Type.CONFLICT)
                .flatMap(FactKey::read)
                .filter(key -> key.kind().equals(path))
                .map(OfContradiction::new);
    }

    private static Optional<Fingerprint> placedAgain(String path, String text) {
        return before(text, BAR + Type.CONFLICT)
                .map(StoredFingerprint::readOfFact)
                .flatMap(refused ->
                        refused instanceof OfFact(var key, var type, var told) && told.equals(path)
                                ? Optional.of(new OfPlacedAgain(key, type, path))
                                : Optional.empty());
    }

    private static Optional<Fingerprint> tamperedLog(String path, String text) {
        return after(text, OfTamperedLog.NAME + BAR)
                .filter(entry -> entry.equals(path) || entry.chars().allMatch(Character::isDigit))
                .map(OfTamperedLog::new);
    }

    private static Optional<Fingerprint> cardNumber(String text) {
        return after(text, OfCardNumber.NAME + BAR).map(OfCardNumber::new);
    }

    private static Optional<Fingerprint> credentials(String text) {
        return after(text, OfCredentials.BEGINNING)
                .flatMap(rest -> before(rest, OfCredentials.END))
                .map(OfCredentials::new);
    }

    private static Optional<Fingerprint> outage(String path, String text) {
        return Optional.<Fingerprint>of(new OfOutage(path))
                .filter(outage -> outage.text().equals(text));
    }

    private static Optional<Fingerprint> untold(String path, String text) {
        return before(text, BAR + OfUntoldEvent.NAME + BAR + path)
                .map(event -> new OfUntoldEvent(event, path));
    }

    /** Splits at the first bar: a queue's label has none, but a message's id may. */
    private static Optional<Fingerprint> deadLetter(String text) {
        return after(text, OfDeadLetter.NAME + BAR)
                .filter(rest -> rest.contains(BAR))
                .map(rest -> rest.split("\\|", 2))
                .map(parts -> new OfDeadLetter(parts[0], parts[1]));
    }

    private static Optional<OrderId> order(String text) {
        try {
            return Optional.of(OrderId.parse(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<Type> type(String name) {
        return Stream.of(Type.values()).filter(type -> type.name().equals(name)).findFirst();
    }

    private static Optional<String> before(String text, String end) {
        return text.endsWith(end)
                ? Optional.of(text.substring(0, text.length() - end.length()))
                : Optional.empty();
    }

    private static Optional<String> after(String text, String beginning) {
        return text.startsWith(beginning)
                ? Optional.of(text.substring(beginning.length()))
                : Optional.empty();
    }
}
