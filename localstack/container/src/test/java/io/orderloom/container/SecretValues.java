package io.orderloom.container;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The secrets that the embedded secret store gets at its start: one secret with a single value, one
 * with two, and one with three.
 */
final class SecretValues {
    private static final int MOST_VALUES = 3;

    private SecretValues() {}

    static Stream<String> words() {
        return IntStream.rangeClosed(1, MOST_VALUES)
                .boxed()
                .flatMap(count ->
                        of(count).stream()
                                .map(value -> "--secret=%s=%s".formatted(name(count), value)));
    }

    static List<String> of(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("{\"a\":%d}"::formatted).toList();
    }

    static String name(int count) {
        return "contract-" + count;
    }
}
