package io.orderloom.simulation.aws;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB compares and measures values. */
final class Values {
    private static final Pattern PLAIN = Pattern.compile("0|-?[1-9][0-9]*");

    /** Compares by the bytes of UTF-8, and so by code points; Java compares UTF-16 code units. */
    static final Comparator<String> TEXT = Values::compareText;

    private Values() {}

    private static int compareText(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        for (int i = 0; i < shorter; i++) {
            char a = one.charAt(i);
            char b = other.charAt(i);
            if (a != b) {
                return Character.isSurrogate(a) == Character.isSurrogate(b)
                        ? a - b
                        : Character.isSurrogate(a) ? 1 : -1;
            }
        }
        return one.length() - other.length();
    }

    /** An item as the table returns it, with numbers normalized. */
    static Map<String, AttributeValue> kept(Map<String, AttributeValue> item) {
        var kept = new HashMap<>(item);
        kept.replaceAll((_, value) -> kept(value));
        return Map.copyOf(kept);
    }

    private static AttributeValue kept(AttributeValue value) {
        if (value.type() != AttributeValue.Type.N || PLAIN.matcher(value.n()).matches()) {
            return value;
        }
        var number = new BigDecimal(value.n()).stripTrailingZeros();
        return AttributeValue.fromN(number.toPlainString());
    }

    static int size(Map<String, AttributeValue> item) {
        int size = 0;
        for (var attribute : item.entrySet()) {
            size += bytes(attribute.getKey()) + size(attribute.getValue());
        }
        return size;
    }

    /** The text's length in bytes of UTF-8. */
    static int bytes(String text) {
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            // Each half of a surrogate pair counts for two of the pair's four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    static boolean compare(AttributeValue found, String operator, AttributeValue wanted) {
        if (found.type() != wanted.type()) {
            return operator.equals("<>");
        }
        int order = order(found, wanted);
        return switch (operator) {
            case "=" -> order == 0;
            case "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default ->
                    throw new UnsupportedOperationException(
                            "the operator '%s' is not simulated; add it to Values"
                                    .formatted(operator));
        };
    }

    private static int order(AttributeValue one, AttributeValue other) {
        return switch (one.type()) {
            case S -> TEXT.compare(one.s(), other.s());
            case N -> new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
            case B ->
                    Arrays.compareUnsigned(
                            one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
            case BOOL -> Boolean.compare(one.bool(), other.bool());
            case SS -> new TreeSet<>(one.ss()).equals(new TreeSet<>(other.ss())) ? 0 : 1;
            case NS, BS, M, L, NUL, UNKNOWN_TO_SDK_VERSION ->
                    throw new UnsupportedOperationException(
                            one.type() + " is not simulated in comparisons; add it to Values");
        };
    }

    /** About what the value adds to an item's size, in bytes. */
    static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> bytes(value.s());
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case L -> 3 + value.l().stream().mapToInt(one -> 1 + size(one)).sum();
            case M ->
                    3
                            + value.m().entrySet().stream()
                                    .mapToInt(e -> 1 + bytes(e.getKey()) + size(e.getValue()))
                                    .sum();
            case SS -> value.ss().stream().mapToInt(Values::bytes).sum();
            case NS, BS, UNKNOWN_TO_SDK_VERSION ->
                    throw new UnsupportedOperationException(
                            value.type() + " is not simulated in items; add it to Values");
        };
    }
}
