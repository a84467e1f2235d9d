package io.orderloom.simulation.aws;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How DynamoDB compares and measures values. */
final class Values {
    private Values() {}

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
                            "the operator '%s' is not known here".formatted(operator));
        };
    }

    private static int order(AttributeValue one, AttributeValue other) {
        return switch (one.type()) {
            case S -> one.s().compareTo(other.s());
            case N -> new BigDecimal(one.n()).compareTo(new BigDecimal(other.n()));
            case B ->
                    Arrays.compareUnsigned(
                            one.b().asByteArrayUnsafe(), other.b().asByteArrayUnsafe());
            case BOOL -> Boolean.compare(one.bool(), other.bool());
            case SS -> new TreeSet<>(one.ss()).equals(new TreeSet<>(other.ss())) ? 0 : 1;
            case NS, BS, M, L, NUL, UNKNOWN_TO_SDK_VERSION ->
                    throw new UnsupportedOperationException(one.type() + " is not compared here");
        };
    }

    /** About what the value adds to an item's size, in bytes. */
    static int size(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().length();
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            case BOOL, NUL -> 1;
            case L -> 3 + value.l().stream().mapToInt(one -> 1 + size(one)).sum();
            case M ->
                    3
                            + value.m().entrySet().stream()
                                    .mapToInt(e -> 1 + e.getKey().length() + size(e.getValue()))
                                    .sum();
            case SS -> value.ss().stream().mapToInt(String::length).sum();
            case NS, BS, UNKNOWN_TO_SDK_VERSION ->
                    throw new UnsupportedOperationException(value.type() + " is not kept here");
        };
    }
}
