package io.orderloom.maintenance.sweep;

import io.orderloom.exception.OrderException;
import io.orderloom.money.Amount;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up the open work, however much there is. */
final class OpenTotals {
    private final Map<String, Long> sums = new TreeMap<>();
    private Optional<Instant> oldest = Optional.empty();
    private long count;

    /**
     * @param currencies those to report even if nothing is open in them
     */
    OpenTotals(Collection<String> currencies) {
        currencies.forEach(currency -> sums.put(currency, 0L));
    }

    void add(OrderException open) {
        count++;
        var raised = open.raisedAt();
        oldest = oldest.filter(known -> !raised.isBefore(known)).or(() -> Optional.of(raised));
        open.moneyAtRisk().ifPresent(this::money);
    }

    void add(Amount owed) {
        count++;
        money(owed);
    }

    private void money(Amount amount) {
        var money = amount.settlement();
        sums.merge(money.currency().code(), money.minorUnits(), Math::addExact);
    }

    long count() {
        return count;
    }

    /** The age of the oldest exception; zero if there is none. */
    Duration age(Instant now) {
        return oldest.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
    }

    /** The sums in the currency of the shops' books, by currency, in its minor unit. */
    Map<String, Long> sums() {
        return Map.copyOf(sums);
    }
}
