package io.orderloom.embedded.erp;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/** Reads typed fields from a JSON object and remembers what was wrong with the first bad one. */
final class RequestFields {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");
    private static final LocalDate UNREADABLE = LocalDate.EPOCH;

    private final JsonNode object;
    private final String path;
    private final List<DocumentRejection> problems;

    private RequestFields(JsonNode object, String path, List<DocumentRejection> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    static RequestFields of(JsonNode object) {
        var fields = new RequestFields(object, "", new ArrayList<>());
        if (!object.isObject()) {
            fields.malformed("", "an object is expected");
        }
        return fields;
    }

    Optional<DocumentRejection> firstProblem() {
        return problems.stream().findFirst();
    }

    RequestFields object(String name) {
        return new RequestFields(object.path(name), path + name + ".", problems);
    }

    /** A string that must be present and not blank. */
    String required(String name) {
        var text = optional(name);
        if (text.isBlank()) {
            malformed(name, "is missing");
        }
        return text;
    }

    /** A string; blank when it is absent. */
    String optional(String name) {
        var value = object.path(name);
        if (!value.isTextual() && !value.isMissingNode() && !value.isNull()) {
            malformed(name, "a string is expected");
        }
        return value.isTextual() ? value.asText().strip() : "";
    }

    BigDecimal decimal(String name) {
        var value = object.path(name);
        if (!value.isTextual() || !DECIMAL.matcher(value.asText()).matches()) {
            malformed(name, "a decimal string is expected, for example \"10.00\"");
            return BigDecimal.ZERO;
        }
        return plain(new BigDecimal(value.asText()));
    }

    /** Like {@link #decimal}; zero when it is absent. */
    BigDecimal decimalOrZero(String name) {
        return object.path(name).isMissingNode() ? BigDecimal.ZERO : decimal(name);
    }

    LocalDate date(String name) {
        try {
            return LocalDate.parse(required(name));
        } catch (DateTimeParseException e) {
            malformed(name, "a date is expected, for example 2026-11-23");
            return UNREADABLE;
        }
    }

    boolean flag(String name) {
        if (!object.path(name).isBoolean()) {
            malformed(name, "true or false is expected");
        }
        return object.path(name).asBoolean();
    }

    /** Calls {@code read} with each element and its index. */
    <T> List<T> list(String name, BiFunction<RequestFields, Integer, T> read) {
        var array = object.path(name);
        if (!array.isArray() && !array.isMissingNode()) {
            malformed(name, "a list is expected");
        }
        var elements = new ArrayList<T>();
        for (int i = 0; i < array.size(); i++) {
            var at = "%s%s[%d].".formatted(path, name, i);
            elements.add(read.apply(new RequestFields(array.path(i), at, problems), i));
        }
        return List.copyOf(elements);
    }

    /** The number without trailing zeros, and never in exponent form. */
    static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private void malformed(String name, String message) {
        problems.add(new DocumentRejection(DocumentRejection.Code.MALFORMED, path + name, message));
    }
}
