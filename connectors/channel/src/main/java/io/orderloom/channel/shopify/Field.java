package io.orderloom.channel.shopify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A place in a payload, which knows its path: what is wrong with it can be said exactly. */
record Field(String path, JsonNode json) {
    /** More digits than any amount of money has; keeps arithmetic on hostile input small. */
    private static final int MOST_DIGITS = 30;

    Field at(String name) {
        var child = json.get(name);
        return new Field(
                path.isEmpty() ? name : path + "." + name,
                child == null ? MissingNode.getInstance() : child);
    }

    boolean present() {
        return !json.isMissingNode() && !json.isNull();
    }

    /** The elements of a field that must be there. */
    Stream<Field> requiredElements() {
        if (!present()) {
            throw unfit("is missing");
        }
        return elements();
    }

    /** The elements; none where the field is absent. */
    Stream<Field> elements() {
        if (!present()) {
            return Stream.empty();
        }
        if (!json.isArray()) {
            throw unfit("is no array");
        }
        return IntStream.range(0, json.size())
                .mapToObj(i -> new Field("%s[%d]".formatted(path, i), json.get(i)))
                .map(Field::object);
    }

    private Field object() {
        if (!json.isObject()) {
            throw unfit("is no object");
        }
        return this;
    }

    /** Text or number as text; nothing where it is absent or blank. */
    Optional<String> text() {
        if (!present()) {
            return Optional.empty();
        }
        if (!json.isTextual() && !json.isNumber()) {
            throw unfit("is neither text nor a number");
        }
        return Optional.of(json.asText().strip()).filter(text -> !text.isEmpty());
    }

    String required() {
        return text().orElseThrow(() -> unfit("is missing"));
    }

    /** False where it is absent. */
    boolean isTrue() {
        if (!present()) {
            return false;
        }
        return switch (json.asText()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unfit("is neither true nor false");
        };
    }

    Optional<BigDecimal> decimal() {
        return text().map(this::decimal);
    }

    private BigDecimal decimal(String text) {
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

    Optional<Instant> instant() {
        return text().map(this::instant);
    }

    private Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw unfit("%s is no date and time with an offset".formatted(Quoted.of(text)));
        }
    }

    Unfit unfit(String reason) {
        return new Unfit(path, reason);
    }
}
