package io.orderloom.cost;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A dated list of prices, and of assumptions for values that can't be measured here.
 *
 * @param asOf the date of the prices
 * @param uncertainty in words
 */
record Prices(
        String region,
        String asOf,
        String uncertainty,
        Map<String, Price> prices,
        Map<String, Assumption> assumptions) {

    /**
     * @param usd the price of {@code per} units
     * @param source the page that states it
     */
    record Price(BigDecimal usd, BigDecimal per, String unit, String source) {
        /** The price in US dollars. */
        BigDecimal of(BigDecimal units) {
            return usd.multiply(units).divide(per, MathContext.DECIMAL64);
        }
    }

    /**
     * @param why the reason for the value
     */
    record Assumption(BigDecimal value, String why) {}

    static Prices read(Path file) throws IOException {
        var json =
                StackJson.parse(Files.readAllBytes(file))
                        .orElseThrow(() -> new IOException(file + " is no JSON"));
        var prices = new LinkedHashMap<String, Price>();
        for (var price : StackJson.fields(json.path("prices"))) {
            prices.put(
                    price.getKey(),
                    new Price(
                            decimal(price.getValue(), "usd"),
                            decimal(price.getValue(), "per"),
                            text(price.getValue(), "unit"),
                            text(price.getValue(), "source")));
        }
        var assumptions = new LinkedHashMap<String, Assumption>();
        for (var assumption : StackJson.fields(json.path("assumptions"))) {
            assumptions.put(
                    assumption.getKey(),
                    new Assumption(
                            decimal(assumption.getValue(), "value"),
                            text(assumption.getValue(), "why")));
        }
        return new Prices(
                text(json, "region"),
                text(json, "asOf"),
                text(json, "uncertainty"),
                prices,
                assumptions);
    }

    /** The price of so many units, in US dollars. */
    BigDecimal price(String name, BigDecimal units) {
        return named(prices, name).of(units);
    }

    BigDecimal assumed(String name) {
        return named(assumptions, name).value();
    }

    private static BigDecimal decimal(JsonNode of, String field) {
        return new BigDecimal(text(of, field));
    }

    private static String text(JsonNode of, String field) {
        if (!of.path(field).isTextual()) {
            throw new IllegalArgumentException("%s: a text is missing in %s".formatted(field, of));
        }
        return of.path(field).textValue();
    }

    private static <T> T named(Map<String, T> all, String name) {
        var found = all.get(name);
        if (found == null) {
            throw new IllegalArgumentException("the price file lacks '%s'".formatted(name));
        }
        return found;
    }
}
