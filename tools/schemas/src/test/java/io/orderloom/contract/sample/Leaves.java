package io.orderloom.contract.sample;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Fingerprint;
import io.orderloom.fact.FactKey;
import io.orderloom.money.Amount;
import io.orderloom.money.Currency;
import io.orderloom.money.Money;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.sample.Samples;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** The plain values in specimens: a simple one and an awkward one of each type. */
final class Leaves {
    private record Pair(Object simple, Object awkward) {}

    private static final Map<Class<?>, Pair> ALL =
            Map.ofEntries(
                    leaf(String.class, "", "Zürich \"€\" {}"),
                    leaf(long.class, 0L, Long.MAX_VALUE),
                    leaf(int.class, 0, Integer.MAX_VALUE),
                    leaf(Integer.class, 0, Integer.MAX_VALUE),
                    leaf(boolean.class, false, true),
                    leaf(BigDecimal.class, BigDecimal.ZERO, new BigDecimal("0.08875")),
                    leaf(Instant.class, Instant.EPOCH, Samples.NOW.plusNanos(1_500_000)),
                    leaf(LocalDate.class, LocalDate.EPOCH, LocalDate.of(2028, 2, 29)),
                    leaf(Duration.class, Duration.ZERO, Duration.ofMillis(90_061_500)),
                    leaf(ZoneId.class, ZoneOffset.UTC, ZoneId.of("America/New_York")),
                    leaf(Currency.class, new Currency("USD"), new Currency("KWD")),
                    leaf(Money.class, Money.of("0.00", "EUR"), Money.of("-1234567.891", "KWD")),
                    leaf(
                            Amount.class,
                            Amount.same(Money.of("12.50", "USD")),
                            new Amount(Money.of("-120", "JPY"), Money.of("0.01", "EUR"))),
                    leaf(
                            OrderId.class,
                            Samples.ORDER,
                            new OrderId("shop eu", "gid://shop/Order:1 ü")),
                    leaf(
                            FactKey.class,
                            new FactKey("", "", "", ""),
                            new FactKey("shopify/eu", "order-placed", "gid://1:2 ü", "2026-11-02")),
                    leaf(
                            ReferenceKey.class,
                            new ReferenceKey("", "a", "0"),
                            new ReferenceKey("shop eu ü", "price-list", "A._:-9")),
                    leaf(
                            AuditEntry.class,
                            new AuditEntry(Instant.EPOCH, "a", "b"),
                            new AuditEntry(Samples.NOW, "Zoë \"Z\"", "§ 7, {see} €")),
                    leaf(
                            Fingerprint.class,
                            new Fingerprint.OfUnknownForm(""),
                            new Fingerprint.OfUnknownForm("shop eu:1 ü|\"task\"|refund")),
                    leaf(Quantity.class, Quantity.of(1), new Quantity(new BigDecimal("1.125"))));

    private Leaves() {}

    static Optional<Object> of(Class<?> type, boolean awkward) {
        return Optional.ofNullable(ALL.get(type))
                .map(pair -> awkward ? pair.awkward() : pair.simple());
    }

    private static Map.Entry<Class<?>, Pair> leaf(Class<?> type, Object simple, Object awkward) {
        return Map.entry(type, new Pair(simple, awkward));
    }
}
