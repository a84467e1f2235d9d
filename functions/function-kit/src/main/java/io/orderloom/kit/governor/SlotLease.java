package io.orderloom.kit.governor;

import io.orderloom.governor.Account;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.CircuitBreaker;
import io.orderloom.governor.CircuitBreaker.Standing;
import io.orderloom.governor.Lease;
import io.orderloom.governor.Limits;
import io.orderloom.governor.Outcome;
import io.orderloom.governor.Postponement;
import io.orderloom.governor.Slots;
import io.orderloom.governor.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * This instance's slots of an ERP account and its knowledge of it. It requests slots in the table
 * when it has none or they run out, and uses them for many batches. It writes the outcomes of calls
 * to the table only when one failed or one before had failed.
 */
final class SlotLease {
    private static final Logger LOG = Logger.getLogger(SlotLease.class);

    /** How a call was let through, or why not. */
    sealed interface Entry {
        /**
         * @param decides whether this is the one call that shows if the account is back
         */
        record Entered(boolean decides) implements Entry {}

        record Refused(Duration until) implements Entry {}
    }

    /**
     * @param longestCall the time after which a call has ended in any case
     * @param kept how long slots are used before they are requested again
     */
    record Times(Duration longestCall, Duration kept) {
        Duration lease() {
            return longestCall.plus(kept);
        }
    }

    private final AccountName erp;
    private final String name;
    private final Limits limits;
    private final Times times;
    private final Accounts accounts;
    private final AccountTroubles troubles;
    private final InstantSource clock;

    /** The account as it was last read from or written to the table. */
    private Account stored = Account.UNKNOWN;

    /** The account as stored, with the outcomes of this instance's calls since. */
    private Account seen = Account.UNKNOWN;

    private final List<Outcome> outcomes = new ArrayList<>();
    private int asked;
    private int lanes;
    private int inFlight;

    SlotLease(
            AccountName erp,
            String name,
            Limits limits,
            Times times,
            Accounts accounts,
            AccountTroubles troubles,
            InstantSource clock) {
        this.erp = erp;
        this.name = name;
        this.limits = limits;
        this.times = times;
        this.accounts = accounts;
        this.troubles = troubles;
        this.clock = clock;
    }

    /**
     * Begins a batch. The one before has ended.
     *
     * @param wanted the most calls at once that are of use
     * @param instances the most instances that the queue feeds
     * @return how many calls at once may be made
     */
    synchronized int open(Urgency urgency, int wanted, int instances) {
        outcomes.clear();
        if (seen.circuit() instanceof Circuit.HalfOpen && standing() instanceof Standing.Wait) {
            // Another instance makes the one call, and only the table shows how it ended.
            stored = accounts.read(erp.system());
            seen = stored;
        }
        if (standing() instanceof Standing.Wait) {
            lanes = 0;
            return 0;
        }
        if (!usable(wanted)) {
            var ask = new Slots.Ask(name, urgency, wanted, instances);
            stored =
                    accounts.change(
                                    erp.system(),
                                    stored,
                                    account ->
                                            account.opened(
                                                    limits, ask, clock.instant(), times.lease()))
                            .after();
            seen = stored;
            asked = seen.circuit() instanceof Circuit.HalfOpen ? 1 : wanted;
        }
        lanes = mine().map(Lease::slots).orElse(0);
        return lanes;
    }

    /** Returns how long a message has to wait before it may call, or empty if it may call now. */
    synchronized Optional<Duration> hold(Urgency urgency, int jitter) {
        if (standing() instanceof Standing.Wait wait) {
            return Optional.of(Postponement.until(wait, urgency, clock.instant(), jitter));
        }
        return lanes > 0 && fits(Duration.ZERO)
                ? Optional.empty()
                : Optional.of(Postponement.forSlots(jitter));
    }

    /** Called right before a call. Slots that have run out meanwhile let nothing through. */
    synchronized Entry enter() {
        var hold = hold(Urgency.NORMAL, 0);
        if (hold.isPresent() || inFlight >= lanes) {
            return new Entry.Refused(hold.orElseGet(() -> Postponement.forSlots(0)));
        }
        inFlight++;
        return new Entry.Entered(seen.circuit() instanceof Circuit.HalfOpen);
    }

    /**
     * Called right after it.
     *
     * @param outcome empty if the call says nothing about the account
     * @return how long no calls should be made, as far as this instance knows
     */
    synchronized Duration exit(Optional<Outcome> outcome) {
        inFlight--;
        outcome.ifPresent(told -> {
            outcomes.add(told);
            seen = seen.after(name, told, clock.instant());
        });
        return standing() instanceof Standing.Wait wait
                ? Postponement.until(wait, Urgency.NORMAL, clock.instant(), 0)
                : Duration.ZERO;
    }

    /** Ends the batch. */
    synchronized void close() {
        lanes = 0;
        if (stored.circuit().equals(Circuit.HEALTHY)
                && outcomes.stream().allMatch(told -> told instanceof Outcome.Answered)) {
            return;
        }
        try {
            var changed =
                    accounts.change(
                            erp.system(),
                            stored,
                            account -> account.closed(name, outcomes, clock.instant()));
            stored = changed.after();
            seen = stored;
            troubles.told(erp, changed.before(), changed.after(), List.copyOf(outcomes));
        } catch (SdkException | IllegalStateException untold) {
            // This instance goes on with what it knows; the other ones will find out by their own
            // calls.
            LOG.warnf(
                    "the outcome of calls could not be recorded in the account of %s: %s",
                    erp, untold.getMessage());
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** How the account is, for a person to read. */
    synchronized String state() {
        return "the account of %s is %s".formatted(erp, seen.circuit());
    }

    private boolean usable(int wanted) {
        return standing() instanceof Standing.Call
                && !(seen.circuit() instanceof Circuit.HalfOpen)
                && asked >= wanted
                && mine().filter(holding -> holding.slots() > 0).isPresent()
                && fits(times.kept().dividedBy(4));
    }

    /**
     * Whether the longest possible call that begins after this time ends before the slots run out.
     */
    private boolean fits(Duration after) {
        var end = clock.instant().plus(after).plus(times.longestCall());
        return mine().filter(holding -> !end.isAfter(holding.until())).isPresent();
    }

    private Optional<Lease> mine() {
        return seen.of(name);
    }

    private Standing standing() {
        return CircuitBreaker.standing(seen.circuit(), name, clock.instant());
    }
}
