package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A line of a sales order as it was loaded, and the taxes that Odoo computes for it: stated amounts
 * as long as they are stated for this price, this quantity and these taxes, else by the rates.
 */
record LoadedSaleLine(Map<String, String> fields) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    String get(String field) {
        return fields.getOrDefault("order_line/" + field, "");
    }

    BigDecimal quantity() {
        return new BigDecimal(get("product_uom_qty"));
    }

    BigDecimal price() {
        return new BigDecimal(get("price_unit"));
    }

    List<Long> taxes() {
        var ids = get("tax_ids/.id");
        return ids.isBlank()
                ? List.of()
                : Arrays.stream(ids.split(",")).map(Long::valueOf).toList();
    }

    BigDecimal untaxed(int decimals) {
        return stated()
                ? extra().path("manual_total_excluded_currency").decimalValue()
                : price().multiply(quantity()).setScale(decimals, RoundingMode.HALF_UP);
    }

    BigDecimal tax(int decimals, SimulatedRecords records) {
        if (stated()) {
            return extra().path("manual_tax_amounts")
                    .valueStream()
                    .map(tax -> tax.path("tax_amount_currency").decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
        return taxes().stream()
                .map(id -> records.at("account.tax", id).path("amount").decimalValue())
                .map(percent ->
                        untaxed(decimals)
                                .multiply(percent)
                                .movePointLeft(2)
                                .setScale(decimals, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private boolean stated() {
        var extra = extra();
        var named = new TreeSet<Long>();
        extra.path("manual_tax_amounts")
                .fieldNames()
                .forEachRemaining(id -> named.add(Long.valueOf(id)));
        return !extra.isEmpty()
                && extra.path("price_unit").decimalValue().compareTo(price()) == 0
                && extra.path("quantity").decimalValue().compareTo(quantity()) == 0
                && named.equals(new TreeSet<>(taxes()));
    }

    private JsonNode extra() {
        try {
            return JSON.readTree(get("extra_tax_data").isBlank() ? "{}" : get("extra_tax_data"));
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError("extra_tax_data is no JSON", unreadable);
        }
    }
}
