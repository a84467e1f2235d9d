package io.orderloom.desk;

import io.orderloom.core.OrderStatus;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The orders that {@code STATE=} asks for: those with the word on one of the axes.
 *
 * @param axes empty if every order is asked for
 */
record StateFilter(List<OrderAxis> axes, String word) {
    static final StateFilter ANY = new StateFilter(List.of(), "");

    StateFilter {
        axes = List.copyOf(axes);
    }

    /**
     * Reads a word, or a word on one axis as in {@code finance.cancelled}. The summary says in
     * other words what the axes say, so it is asked only where none of them has the word, or by its
     * name.
     *
     * @throws UsageException if no axis has the word
     */
    static StateFilter parse(String text) {
        var wanted = text.toLowerCase(Locale.ROOT);
        int dot = wanted.indexOf('.');
        var word = wanted.substring(dot + 1);
        var axes =
                Stream.of(OrderAxis.values())
                        .filter(axis -> dot < 0 || axis.label().equals(wanted.substring(0, dot)))
                        .filter(axis -> axis.words().contains(word))
                        .toList();
        if (axes.isEmpty()) {
            throw new UsageException("STATE: '%s' is no status; %s".formatted(text, allowed()));
        }
        return new StateFilter(axes.size() > 1 ? withoutSummary(axes) : axes, word);
    }

    private static List<OrderAxis> withoutSummary(List<OrderAxis> axes) {
        return axes.stream().filter(axis -> axis != OrderAxis.SUMMARY).toList();
    }

    private static String allowed() {
        return Stream.of(OrderAxis.values())
                .map(axis ->
                        "%n  %-10s  %s".formatted(axis.label(), String.join(", ", axis.words())))
                .collect(
                        Collectors.joining(
                                "",
                                "there are these, alone or with their axis (finance.cancelled):",
                                ""));
    }

    boolean fits(OrderStatus status) {
        return axes.isEmpty() || axes.stream().anyMatch(axis -> axis.word(status).equals(word));
    }
}
