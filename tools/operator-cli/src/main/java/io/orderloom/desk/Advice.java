package io.orderloom.desk;

import io.orderloom.core.AutoResolution;
import io.orderloom.exception.Fingerprint;
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
                    "correct the order at the channel, which sends it again; or book the difference and waive";
            case QUANTITY ->
                    "say what becomes of the goods, at the warehouse or the channel; then resolve";
            case OWNERSHIP ->
                    exception.fingerprint() instanceof OfCardNumber
                            ? "delete it in the shop (docs/runbooks/card-numbers.md); then resolve"
                            : "find out why that system states it; then resolve";
            case PAYLOAD ->
                    "make the adapter read it; DO=redrive reads it once more. If it is nothing that we want: DO=waive";
            case CONFLICT -> conflict(exception);
            case ERP -> erp(AutoResolution.task(exception));
            case REFUND ->
                    "give the money back in the shop; resolved by itself when the shop says so";
            case SUBSCRIBER -> subscriber(exception);
            case TASK -> task(exception);
            case DEAD_LETTER -> "mend and deploy the cause; then DO=redrive";
        };
    }

    private static String task(OrderException exception) {
        return switch (exception.fingerprint()) {
            case OfMissingOrder _ ->
                    "have the channel send the order again; resolved by itself when it comes";
            case OfUncovered _ ->
                    "have the missing fact stated; resolved by itself when it comes. If it never will: DO=waive";
            case Fingerprint _ -> "do it by hand; resolved by itself when it is no longer due";
        };
    }

    private static String subscriber(OrderException exception) {
        return exception.fingerprint() instanceof OfOutage
                ? "mend the subscriber; it is asked by one event, told the others when it answers, and this is resolved then. DO=redrive tells it now; DO=waive never tells it"
                : "mend the subscriber; DO=redrive tells it once more";
    }

    private static String conflict(OrderException exception) {
        return exception.fingerprint() instanceof OfTamperedLog
                ? "find who wrote it (make verify-log; CloudTrail), put the item back as it was, redrive what was given up; then resolve"
                : "compare both statements; the first one holds; then waive or correct";
    }

    private static String erp(Optional<TaskKind> task) {
        return task.map(kind ->
                        "mend the cause in the ERP; DO=resolve asks for %s again"
                                .formatted(kind.label()))
                .orElse("mend the cause in the ERP; then resolve");
    }
}
