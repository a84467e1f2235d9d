package io.orderloom.kit.order;

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

/** Groups exceptions about rejections of the same thing, each for a cause of its own. */
final class Refusals {
    private Refusals() {}

    /**
     * The prefix that the fingerprints of all rejections of the same thing share: the fact's key
     * without its revision, which is the cause. Any other exception shares its fingerprint with
     * none.
     */
    static String thing(Fingerprint fingerprint) {
        return switch (fingerprint) {
            case OfFact(var key, _, _) -> key.ofAllRevisions();
            case OfPlacedAgain(var key, _, _) -> key.ofAllRevisions();
            case OfContradiction _,
                    OfBookedTwice _,
                    OfMissingOrder _,
                    OfUncovered _,
                    OfTask _,
                    OfPayload _,
                    OfDeadLetter _,
                    OfUntoldEvent _,
                    OfOutage _,
                    OfCredentials _,
                    OfCardNumber _,
                    OfTamperedLog _,
                    OfUnknownForm _ ->
                    fingerprint.text();
        };
    }
}
