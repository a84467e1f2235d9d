package io.orderloom.figures;

import io.orderloom.topology.Function;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the figures as tables into their place in a page.
 *
 * @param figures one of each kind, function and measure
 */
record NativePage(List<Figure> figures, String conditions) {
    private static final String BEGIN = "<!-- written by make native-figures -->\n";
    private static final String END = "<!-- end -->\n";
    private static final Pattern PLACE = Pattern.compile(BEGIN + ".*?" + END, Pattern.DOTALL);

    /** Replaces the figures of a page that has a place for them. */
    void writeInto(Path page) throws IOException {
        var text = Files.readString(page);
        Files.writeString(
                page,
                PLACE.matcher(text)
                        .replaceFirst(Matcher.quoteReplacement(BEGIN + markdown() + END)));
    }

    String markdown() {
        var text = new StringBuilder("\n").append(conditions).append("\n");
        table(text, "median of the functions");
        for (var measure : FunctionMeasure.values()) {
            text.append(row(measure.title(), measure, kind -> median(kind, measure)));
        }
        for (var measure : FunctionMeasure.values()) {
            table(text, measure.title());
            for (var function : Function.values()) {
                var name = "`%s`".formatted(function.label());
                text.append(row(name, measure, kind -> value(kind, function, measure)));
            }
        }
        return text.append('\n').toString();
    }

    private static void table(StringBuilder text, String title) {
        var kinds =
                Arrays.stream(Kind.values()).map(Kind::title).collect(Collectors.joining(" | "));
        text.append("\n| %s | %s | native : AOT cache | native : JVM |\n".formatted(title, kinds));
        text.append("|---|---:|---:|---:|---:|---:|\n");
    }

    private static String row(String name, FunctionMeasure measure, ToDoubleFunction<Kind> values) {
        double mine = values.applyAsDouble(Kind.NATIVE);
        return "| %s | %s | %.2f | %.2f |\n"
                .formatted(
                        name,
                        Arrays.stream(Kind.values())
                                .map(kind -> measure.format(values.applyAsDouble(kind)))
                                .collect(Collectors.joining(" | ")),
                        mine / values.applyAsDouble(Kind.JVM_WITH_AOT_CACHE),
                        mine / values.applyAsDouble(Kind.JVM));
    }

    private double value(Kind kind, Function function, FunctionMeasure measure) {
        return figures.stream()
                .filter(f -> f.kind() == kind && f.function() == function)
                .filter(f -> f.measure() == measure)
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    private double median(Kind kind, FunctionMeasure measure) {
        return Statistics.median(
                Arrays.stream(Function.values())
                        .map(function -> value(kind, function, measure))
                        .toList());
    }
}
