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
 * What this instance holds of an ERP account and knows of it. Asked for in the table when there is
 * none or it runs out, and used for many batches; told to the table when something went wrong, or
 * had.
 */
final class SlotLease {
    private static final Logger LOG = Logger.getLogger(SlotLease.class);

    /** How a call was let through, or why not. */
    sealed interface Entry {
        /**
         * @param decides whether this is the one call that tells if the account is back
         */
        record Entered(boolean decides) implements Entry {}

        record Refused(Duration until) implements Entry {}
    }

    /**
     * @param longestCall after which a call has ended, whatever became of it
     * @param kept how long slots are used before they are asked for again
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

    /** As the table had it when it was last read or written. */
    private Account stored = Account.UNKNOWN;

    /** The same, with what was met here since. */
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
     * For one batch; the one before has ended.
     *
     * @param wanted calls at once, at most
     * @param instances that the queue feeds at most
     * @return calls at once that may be made
     */
    synchronized int open(Urgency urgency, int wanted, int instances) {
        outcomes.clear();
        if (seen.circuit() instanceof Circuit.HalfOpen && standing() instanceof Standing.Wait) {
            // Somebody else makes the one call: only the table tells what came of it.
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

    /** How long a message has to wait before it may call, or empty if it may now. */
    synchronized Optional<Duration> hold(Urgency urgency, int jitter) {
        if (standing() instanceof Standing.Wait wait) {
            return Optional.of(Postponement.until(wait, urgency, clock.instant(), jitter));
        }
        return lanes > 0 && fits(Duration.ZERO)
                ? Optional.empty()
                : Optional.of(Postponement.forSlots(jitter));
    }

    /** Right before a call: a share that ran out meanwhile lets nothing through. */
    synchronized Entry enter() {
        var hold = hold(Urgency.NORMAL, 0);
        if (hold.isPresent() || inFlight >= lanes) {
            return new Entry.Refused(hold.orElseGet(() -> Postponement.forSlots(0)));
        }
        inFlight++;
        return new Entry.Entered(seen.circuit() instanceof Circuit.HalfOpen);
    }

    /**
     * Right after it.
     *
     * @param outcome empty if the call told nothing of the account
     * @return how long nobody should call, by what is known here
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

    /** The batch has ended. */
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
            // What is known here still holds here; the others meet it themselves.
            LOG.warnf("the account of %s was not told: %s", erp, untold.getMessage());
        }
    }

    Instant now() {
        return clock.instant();
    }

    /** For a person: how the account is. */
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

    /** Whether a call that begins after this, and is the longest, ends before the share does. */
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
