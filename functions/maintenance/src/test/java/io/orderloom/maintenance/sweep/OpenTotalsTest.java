package io.orderloom.maintenance.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.OrderException;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenTotalsTest {
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private static OrderException raised(Instant at) {
        return new OrderException(
                new Fingerprint.OfUnknownForm("f-" + at),
                OrderException.Type.ERP,
                "lines.sku",
                "unknown item",
                OrderException.Owner.ERP_TEAM,
                at,
                "c-1",
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void the_oldest_open_exception_gives_the_age() {
        var open = new OpenTotals(List.of());

        open.add(raised(NOW.minusSeconds(30)));
        open.add(raised(NOW.minusSeconds(4_000)));
        open.add(raised(NOW.minusSeconds(60)));

        assertThat(open.age(NOW)).isEqualTo(Duration.ofSeconds(4_000));
        assertThat(open.count()).isEqualTo(3);
        assertThat(new OpenTotals(List.of()).age(NOW)).isZero();
    }

    @Test
    void money_is_summed_in_the_shops_books_and_never_across_currencies() {
        var amounts =
                List.of(
                        new Amount(Money.of("10.00", "EUR"), Money.of("11.00", "USD")),
                        Amount.same(Money.of("0.50", "USD")),
                        Amount.same(Money.of("700", "JPY")));

        var totals = new OpenTotals(List.of());
        amounts.forEach(totals::add);

        assertThat(totals.sums()).isEqualTo(Map.of("USD", 1_150L, "JPY", 700L));
    }

    @Test
    void a_watched_currency_without_open_amounts_is_reported_as_zero() {
        assertThat(new OpenTotals(List.of("EUR", "USD")).sums())
                .isEqualTo(Map.of("EUR", 0L, "USD", 0L));
    }
}
