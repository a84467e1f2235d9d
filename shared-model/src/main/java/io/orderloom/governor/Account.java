package io.orderloom.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that the instances of the functions know together about one account at an ERP or a shop. A
 * shop's account has a circuit and no slots.
 *
 * @param version grows with every change; a change that is based on an older version is not written
 * @param holdings the leases, in no order
 */
public record Account(long version, Circuit circuit, List<Lease> holdings) {
    public static final Account UNKNOWN = new Account(0, Circuit.HEALTHY, List.of());

    public Account {
        holdings = List.copyOf(holdings);
    }

    public Optional<Lease> of(String holder) {
        return holdings.stream().filter(one -> one.holder().equals(holder)).findFirst();
    }

    /** The account after an instance requested slots, and the probe if one is due. */
    public Account opened(Limits limits, Slots.Ask ask, Instant now, Duration lease) {
        return switch (CircuitBreaker.standing(circuit, ask.holder(), now)) {
            case CircuitBreaker.Standing.Wait _ -> left(ask.holder(), now);
            case CircuitBreaker.Standing.Call() ->
                    next(circuit, Slots.ask(holdings, limits, ask, now, lease));
            case CircuitBreaker.Standing.Probe() -> {
                var one = new Slots.Ask(ask.holder(), ask.urgency(), 1, ask.instances());
                var asked = next(circuit, Slots.ask(holdings, limits, one, now, lease));
                yield asked.of(ask.holder())
                        .filter(mine -> mine.slots() > 0)
                        .map(mine -> CircuitBreaker.probe(circuit, ask.holder(), mine.until()))
                        .map(asked::with)
                        .orElse(asked);
            }
        };
    }

    /** The account after an instance requested to make the probe, if one is due. */
    public Account probed(String holder, Instant now, Instant until) {
        return CircuitBreaker.standing(circuit, holder, now)
                        instanceof CircuitBreaker.Standing.Probe
                ? next(CircuitBreaker.probe(circuit, holder, until), holdings)
                : this;
    }

    /**
     * The account after an instance made calls. An instance that may call no longer gives back its
     * slots.
     */
    public Account closed(String holder, List<Outcome> outcomes, Instant now) {
        var told = circuit;
        for (var outcome : outcomes) {
            told = CircuitBreaker.after(told, holder, outcome, now);
        }
        told = CircuitBreaker.unprobed(told, holder, now);
        var held =
                CircuitBreaker.standing(told, holder, now) instanceof CircuitBreaker.Standing.Call
                        ? holdings
                        : Slots.leave(holdings, holder, now);
        return told.equals(circuit) && held.equals(holdings) ? this : next(told, held);
    }

    /**
     * The account as this instance sees it after a call of its own, before other instances read it.
     */
    public Account after(String holder, Outcome outcome, Instant now) {
        return with(CircuitBreaker.after(circuit, holder, outcome, now));
    }

    private Account left(String holder, Instant now) {
        return of(holder).isPresent() ? next(circuit, Slots.leave(holdings, holder, now)) : this;
    }

    private Account with(Circuit other) {
        return new Account(version, other, holdings);
    }

    private Account next(Circuit other, List<Lease> held) {
        return new Account(version + 1, other, held);
    }
}
