package io.orderloom.task;

import io.orderloom.fault.FaultClass;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.Postponement;
import io.orderloom.task.FaultPolicy.Rule;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Prints {@code docs/retries.md} from the policy table. */
final class RetriesPage {
    private RetriesPage() {}

    static String text() {
        return """
        # Retries

        Printed from `io.orderloom.task.FaultPolicy`; a test fails when the two differ. To print it anew:
        `make docs`.

        What an adapter met is one of eight classes, and each class has one action.

        | class | for example | what is done | attempts | what it says of the account | owner of the exception |
        |---|---|---|---|---|---|
        %s

        The owner is of an exception that keeps an order out of the ERP. If it keeps a cancellation out of the
        ERP or a refund from the buyer, customer service owns it; if it keeps an event from a subscriber, the
        integration team. A bug that an adapter does not name but throws is not acknowledged: the message comes
        back after its visibility time-out and ends in the dead-letter queue.

        ## Delays

        After its n-th failure a task waits at least the first and at most the second of these; where between
        is drawn from the order's id, so that orders that failed together do not come back together.

        | failures | at least | at most |
        |---|---|---|
        %s

        * All %d together take between %s and %s.
        * A lost answer waits for the adapter's settling time, if that is longer.
        * `Retry-After`, in seconds or as a date, is waited out as told and up to a tenth longer; it is not
          counted. No answer is believed for more than %s: after that the account is asked again, by one call.
          Our own waits can be longer. SQS hides a message for 12 hours at most; one that has to wait longer comes
          back before, finds in its task that it is too early, and waits again, without a call.
        * A refund that is on its way at the shop is waited for and not counted: the shop is looked at after
          %s, then when it has taken half as long again, every %s at most, and after %s it is an
          exception.
        * Waiting is the message's visibility, never a sleeping function; attempts are counted in the task.

        ## When attempts are used up

        The order's part becomes an exception for a person, who settles it when the cause is gone: then it is tried
        again. A posting of which any attempt may have reached the ERP, the last one or one long before, is not
        refused but *in doubt*, and so is one whose look-up found something else than the order under the order's
        reference. What is in doubt counts as neither booked nor undone: settled by a person or followed by a
        cancellation, it is looked up first. A document that is there and adds up is adopted, and cancelled where the
        order was; where there is none, a cancelled order is done with, and any other one is called for again. The
        refund waits for that, and no other fact ends the doubt.

        ## The account's circuit

        It is about the account, at the ERP or at a shop, and not about an order ([decision 11](adr/0011-the-erp-account-is-governed-by-one-item.md)).

        * %d different orders that failed within %s, and no call that was answered between them, open it.
        * While it is open nobody calls, and no order's attempts are counted. Messages come back after what is
          left, cancellations at once, all others spread over as long as the outage lasts already, %s at most.
        * After %s, then doubling up to %s, one call is let through. If it is answered, the circuit closes. If it
          fails, that is no failure of its order; one whose answer was lost is looked up, as ever.
        * A key that is not taken opens it at once, with one exception for the account, which ends by itself when a
          call is answered again.
        * An account that asks to rest rests for as long; one that asks for more than %s is asked once after
          that, and for the time is treated like one that fails.

        ## Subscribers

        An event that a subscriber did not take is tried after the same delays, and bounded in time instead of in attempts; each
        subscriber has a circuit like the account's ([decision 5](adr/0005-deaf-subscribers-wait-alone.md)).
        """
                .formatted(
                        Stream.of(FaultClass.values())
                                .map(RetriesPage::row)
                                .collect(Collectors.joining("\n")),
                        IntStream.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, FaultPolicy.MOST_FAILURES)
                                .mapToObj(RetriesPage::delays)
                                .collect(Collectors.joining("\n")),
                        FaultPolicy.MOST_FAILURES,
                        spoken(total(0)),
                        spoken(total(999)),
                        spoken(FaultPolicy.LONGEST_BELIEVED),
                        spoken(UnderWay.FIRST_LOOK),
                        spoken(UnderWay.LONGEST_BETWEEN_LOOKS),
                        spoken(UnderWay.LONGEST),
                        CircuitBreaker.MOST_FAILURES,
                        spoken(CircuitBreaker.WINDOW),
                        spoken(Postponement.LONGEST_SPREAD),
                        spoken(CircuitBreaker.FIRST_WAIT),
                        spoken(CircuitBreaker.LONGEST_WAIT),
                        spoken(CircuitBreaker.LONGEST_REST));
    }

    private static String row(FaultClass fault) {
        Rule rule = FaultPolicy.rule(fault);
        return "| `%s` | %s | %s | %s | %s | %s |"
                .formatted(
                        camel(fault),
                        example(fault),
                        switch (rule.then()) {
                            case CALL_AGAIN -> "called again after a growing delay";
                            case CALL_WHEN_TOLD -> "called again when the other side said";
                            case CALL_WHEN_TAKEN -> "called again when the account takes our key";
                            case LOOK_UP -> "looked up by external id; adopted, or called again";
                            case EXCEPTION -> "an exception, at once";
                        },
                        switch (rule.then()) {
                            case CALL_AGAIN, LOOK_UP -> rule.attempts() + ", then an exception";
                            case CALL_WHEN_TOLD, CALL_WHEN_TAKEN -> "not counted";
                            case EXCEPTION -> "1";
                        },
                        switch (rule.account()) {
                            case ANSWERS -> "it answers";
                            case FAILS -> "it fails: counts towards its circuit";
                            case RESTS -> "it rests: nobody calls until then";
                            case LOCKED -> "it is closed to us: its circuit opens at once";
                        },
                        rule.then() == FaultPolicy.Then.CALL_WHEN_TOLD
                                ? "none"
                                : switch (rule.owner()) {
                                    case ERP_TEAM -> "ERP team";
                                    case INTEGRATION_TEAM -> "integration team";
                                    case FINANCE -> "finance";
                                    case CUSTOMER_SERVICE -> "customer service";
                                });
    }

    private static String example(FaultClass fault) {
        return switch (fault) {
            case TRANSIENT -> "no connection, 502, 503";
            case RATE_LIMITED -> "429, too many at once";
            case IN_DOUBT -> "the answer to a write was lost";
            case REJECTED -> "unknown item, closed period";
            case INVALID -> "a payload breaks its contract";
            case UNAUTHORIZED -> "token expired, right missing";
            case CONFLICT -> "the document moved meanwhile";
            case BUG -> "the ERP understood no request";
        };
    }

    private static String delays(int failures) {
        return "| %d | %s | %s |"
                .formatted(
                        failures,
                        spoken(FaultPolicy.backoff(failures - 1, 0)),
                        spoken(FaultPolicy.backoff(failures - 1, 999)));
    }

    private static Duration total(int jitter) {
        return IntStream.range(0, FaultPolicy.MOST_FAILURES)
                .mapToObj(failures -> FaultPolicy.backoff(failures, jitter))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String spoken(Duration duration) {
        var rounded = duration.plusMillis(5);
        return rounded.compareTo(Duration.ofMinutes(1)) < 0
                ? "%d.%d s"
                        .formatted(rounded.toSeconds(), rounded.toMillisPart() / 100)
                        .replace(".0 s", " s")
                : duration.compareTo(Duration.ofHours(2)) > 0
                        ? "%d days".formatted(duration.toDays())
                        : "%d min".formatted(duration.plusSeconds(30).toMinutes());
    }

    private static String camel(FaultClass fault) {
        return Stream.of(fault.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
