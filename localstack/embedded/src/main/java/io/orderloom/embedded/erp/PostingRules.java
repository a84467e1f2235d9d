package io.orderloom.embedded.erp;

import io.orderloom.embedded.erp.DocumentRejection.Code;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The rules by which the sandbox rejects orders, as a real ERP would. Pure.
 *
 * @param items the item master; empty allows any item
 * @param closedUntil the last day of the last closed period
 */
public record PostingRules(Set<String> items, LocalDate closedUntil) {

    public static final PostingRules DEFAULT = new PostingRules(Set.of(), LocalDate.of(2000, 1, 1));

    /** The first rule that the order breaks. */
    Optional<DocumentRejection> refuse(SalesOrder order) {
        var currency = currency(order.currency());
        if (currency.isEmpty()) {
            return refusal(Code.UNKNOWN_CURRENCY, "currency", order.currency() + " is none");
        }
        if (order.customer().externalId().isBlank()) {
            return refusal(Code.MISSING_CUSTOMER, "customer.externalId", "is missing");
        }
        if (!order.postingDate().isAfter(closedUntil)) {
            return refusal(
                    Code.CLOSED_PERIOD, "postingDate", "periods are closed until " + closedUntil);
        }
        var decimals = currency.get().getDefaultFractionDigits();
        return lines(order, decimals).or(() -> total(order, decimals));
    }

    /** Computed from the lines; the declared total is not used. */
    static BigDecimal total(SalesOrder order) {
        var decimals = currency(order.currency()).orElseThrow().getDefaultFractionDigits();
        return order.lines().stream()
                .map(line -> gross(line, order.taxesIncluded(), decimals))
                .reduce(BigDecimal.ZERO.setScale(decimals), BigDecimal::add);
    }

    private Optional<DocumentRejection> lines(SalesOrder order, int decimals) {
        if (order.lines().isEmpty()) {
            return refusal(Code.MALFORMED, "lines", "an order has at least one line");
        }
        var ids = new HashSet<String>();
        for (int i = 0; i < order.lines().size(); i++) {
            var line = order.lines().get(i);
            var at = "lines[%d].".formatted(i);
            if (!ids.add(line.externalId())) {
                return refusal(
                        Code.DUPLICATE_LINE, at + "externalId", line.externalId() + " came before");
            }
            var refused = line(line, at, decimals);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private Optional<DocumentRejection> line(SalesOrder.Line line, String at, int decimals) {
        if (line.itemCode().isBlank()) {
            return refusal(Code.MISSING_ITEM, at + "itemCode", "is missing");
        }
        if (!items.isEmpty() && !items.contains(line.itemCode())) {
            return refusal(Code.UNKNOWN_ITEM, at + "itemCode", line.itemCode() + " is unknown");
        }
        if (line.quantity().signum() <= 0) {
            return refusal(Code.INVALID_QUANTITY, at + "quantity", "must be more than zero");
        }
        return precision(line, at, decimals).or(() -> discount(line, at, decimals));
    }

    private static Optional<DocumentRejection> precision(
            SalesOrder.Line line, String at, int decimals) {
        if (line.unitPrice().scale() > decimals) {
            return tooPrecise(at + "unitPrice", decimals);
        }
        if (line.discount().scale() > decimals) {
            return tooPrecise(at + "discount", decimals);
        }
        for (int i = 0; i < line.taxes().size(); i++) {
            if (line.taxes().get(i).amount().scale() > decimals) {
                return tooPrecise(at + "taxes[%d].amount".formatted(i), decimals);
            }
        }
        return Optional.empty();
    }

    private static Optional<DocumentRejection> discount(
            SalesOrder.Line line, String at, int decimals) {
        if (line.discount().signum() < 0) {
            return refusal(Code.MALFORMED, at + "discount", "must not be negative");
        }
        if (line.discount().signum() > 0 && net(line, decimals).signum() < 0) {
            return refusal(
                    Code.DISCOUNT_TOO_LARGE, at + "discount", "is more than the line is worth");
        }
        return Optional.empty();
    }

    private static Optional<DocumentRejection> total(SalesOrder order, int decimals) {
        if (order.total().scale() > decimals) {
            return tooPrecise("total", decimals);
        }
        var computed = total(order);
        if (order.total().compareTo(computed) != 0) {
            return refusal(
                    Code.TOTAL_MISMATCH,
                    "total",
                    "declared %s, computed %s"
                            .formatted(
                                    order.total().setScale(decimals).toPlainString(),
                                    computed.toPlainString()));
        }
        return Optional.empty();
    }

    private static BigDecimal gross(SalesOrder.Line line, boolean taxesIncluded, int decimals) {
        var net = net(line, decimals);
        return taxesIncluded
                ? net
                : line.taxes().stream().map(SalesOrder.Tax::amount).reduce(net, BigDecimal::add);
    }

    /** Rounded for each line, as most ERPs do: a quantity may have decimals of its own. */
    private static BigDecimal net(SalesOrder.Line line, int decimals) {
        return line.quantity()
                .multiply(line.unitPrice())
                .setScale(decimals, RoundingMode.HALF_UP)
                .subtract(line.discount());
    }

    private static Optional<Currency> currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code))
                .filter(known -> known.getDefaultFractionDigits() >= 0)
                .findFirst();
    }

    private static Optional<DocumentRejection> tooPrecise(String field, int decimals) {
        return refusal(Code.PRECISION, field, "the currency has %d decimals".formatted(decimals));
    }

    private static Optional<DocumentRejection> refusal(Code code, String field, String message) {
        return Optional.of(new DocumentRejection(code, field, message));
    }
}
