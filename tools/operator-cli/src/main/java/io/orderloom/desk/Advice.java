package io.orderloom.desk;

import io.orderloom.core.AutoResolution;
import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.Fingerprint.OfBookedTwice;
import io.orderloom.exception.Fingerprint.OfCardNumber;
import io.orderloom.exception.Fingerprint.OfMissingOrder;
import io.orderloom.exception.Fingerprint.OfOutage;
import io.orderloom.exception.Fingerprint.OfTamperedLog;
import io.orderloom.exception.Fingerprint.OfUncovered;
import io.orderloom.exception.OrderException;
import io.orderloom.task.TaskKind;
import java.util.Optional;

/** The actions that a person can take on an exception, in one line. */
final class Advice {
    private Advice() {}

    static String of(OrderException exception) {
        return switch (exception.type()) {
            case MONEY ->
                    "correct the order at the channel, which sends it again; or book the difference by hand, then DO=waive";
            case QUANTITY ->
                    "decide what becomes of the goods and state it at the warehouse or the channel; then DO=resolve";
            case OWNERSHIP ->
                    exception.fingerprint() instanceof OfCardNumber
                            ? "delete the number in the shop (docs/runbooks/card-numbers.md); then DO=resolve"
                            : "find out why that system states it and correct that there; then DO=resolve";
            case PAYLOAD ->
                    "correct the payload's source or its connector; then DO=redrive reads the payload once more. If nothing in it is needed: DO=waive";
            case CONFLICT -> conflict(exception);
            case ERP -> erp(AutoResolution.task(exception));
            case REFUND ->
                    "give the money back in the shop; this is resolved by itself when the shop states the refund";
            case SUBSCRIBER -> subscriber(exception);
            case TASK -> task(exception);
            case DEAD_LETTER ->
                    "fix the cause and deploy the fix; then DO=redrive sends the message once more";
        };
    }

    private static String task(OrderException exception) {
        return switch (exception.fingerprint()) {
            case OfMissingOrder _ ->
                    "have the channel send the order again; this is resolved by itself when the order arrives";
            case OfUncovered _ ->
                    "have its source state the missing fact; this is resolved by itself when the fact arrives. If it never will: DO=waive";
            case Fingerprint _ ->
                    "do it by hand; this is resolved by itself when it is no longer due";
        };
    }

    private static String subscriber(OrderException exception) {
        return exception.fingerprint() instanceof OfOutage
                ? "fix the subscriber; one event tries it, the others follow when it answers, and then this is resolved by itself. DO=redrive sends the events now; DO=waive drops them for good"
                : "fix the subscriber; then DO=redrive sends it the event once more";
    }

    private static String conflict(OrderException exception) {
        return switch (exception.fingerprint()) {
            case OfTamperedLog _ ->
                    "find out who wrote it (make verify-log; CloudTrail), put the item back as it was, redrive what was given up; then DO=resolve";
            case OfBookedTwice _ ->
                    "cancel all documents of the order but one in the ERP; then DO=resolve";
            case Fingerprint _ ->
                    "compare both statements: the first one holds. If it is right, DO=waive; if not, correct the order at its source, then DO=resolve";
        };
    }

    private static String erp(Optional<TaskKind> task) {
        return task.map(kind ->
                        "fix the cause in the ERP; then DO=resolve to retry %s"
                                .formatted(kind.label()))
                .orElse("fix the cause in the ERP; then DO=resolve");
    }
}
