package io.orderloom.connector.kit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A field of a payload that knows its path, so that an error can name the exact place. */
public record JsonField(String path, JsonNode json) {
    /** More digits than any amount of money has; keeps arithmetic on hostile input small. */
    private static final int MOST_DIGITS = 30;

    /** Leaves room for a sign, a point and an exponent. */
    private static final int LONGEST_NUMERAL = 100;

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    public JsonField at(String name) {
        var child = json.get(name);
        return new JsonField(
                path.isEmpty() ? name : path + "." + name,
                child == null ? MissingNode.getInstance() : child);
    }

    public boolean present() {
        return !json.isMissingNode() && !json.isNull();
    }

    /** The elements of a field that is required. */
    public Stream<JsonField> requiredElements() {
        if (!present()) {
            throw unfit("is missing");
        }
        return elements();
    }

    /** The elements; none if the field is absent. */
    public Stream<JsonField> elements() {
        if (!present()) {
            return Stream.empty();
        }
        if (!json.isArray()) {
            throw unfit("is no array");
        }
        return IntStream.range(0, json.size())
                .mapToObj(i -> new JsonField(path + "[" + i + "]", json.get(i)))
                .map(JsonField::object);
    }

    private JsonField object() {
        if (!json.isObject()) {
            throw unfit("is no object");
        }
        return this;
    }

    /** The text, or a number as text; empty if the field is absent or blank. */
    public Optional<String> text() {
        if (!present()) {
            return Optional.empty();
        }
        if (!json.isTextual() && !json.isNumber()) {
            throw unfit("is neither text nor a number");
        }
        return Optional.of(json.asText().strip()).filter(text -> !text.isEmpty());
    }

    public String required() {
        return text().orElseThrow(() -> unfit("is missing"));
    }

    /** The elements; two with the same id are rejected. */
    public static List<JsonField> distinct(Stream<JsonField> elements) {
        var all = elements.toList();
        var ids = new HashMap<String, JsonField>();
        for (var element : all) {
            var id = element.at("id");
            var first = id.text().map(text -> ids.putIfAbsent(text, element));
            if (first.isPresent()) {
                throw id.unfit("is that of %s too".formatted(first.get().path()));
            }
        }
        return all;
    }

    /** False if the field is absent. */
    public boolean isTrue() {
        if (!present()) {
            return false;
        }
        return switch (json.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit("is neither true nor false");
        };
    }

    public Optional<BigDecimal> decimal() {
        return text().map(this::decimal);
    }

    private BigDecimal decimal(String text) {
        // Checked before parsing, which takes time by the square of the length and accepts digits
        // of other scripts.
        if (text.length() > LONGEST_NUMERAL) {
            throw unfit("the value has too many digits");
        }
        if (text.chars().anyMatch(c -> c >= 0x80)) {
            throw unfit("%s is no decimal number".formatted(Quoted.of(text)));
        }
        try {
            var value = new BigDecimal(text);
            if (value.precision() > MOST_DIGITS || Math.abs((long) value.scale()) > MOST_DIGITS) {
                throw unfit("%s has too many digits".formatted(Quoted.of(text)));
            }
            return value;
        } catch (NumberFormatException _) {
            throw unfit("%s is no decimal number".formatted(Quoted.of(text)));
        }
    }

    public Optional<Instant> instant() {
        return text().map(this::instant);
    }

    private Instant instant(String text) {
        try {
            var instant = OffsetDateTime.parse(text).toInstant();
            if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
                throw unfit("%s is no time at which anybody orders".formatted(Quoted.of(text)));
            }
            return instant;
        } catch (DateTimeException _) {
            throw unfit("%s is no date and time with an offset".formatted(Quoted.of(text)));
        }
    }

    public InvalidPayload unfit(String reason) {
        return new InvalidPayload(path, reason);
    }
}
