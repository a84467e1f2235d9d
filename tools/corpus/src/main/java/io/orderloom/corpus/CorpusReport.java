package io.orderloom.corpus;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts how payloads ended, and prints it for a person; the last line is for a machine too. */
final class CorpusReport {
    private static final String ROW = "%-60s %8s %8s %8s %8s %8s %8s %10s%n";

    private final Map<String, FateCounts> topics = new TreeMap<>();
    private final Map<String, Integer> withoutReader = new TreeMap<>();
    private final Map<PayloadFate.Refused, Seen> refusals = new HashMap<>();
    private final List<String> mistakes = new ArrayList<>();

    /** How often something was seen, and where first. */
    private record Seen(int times, String first) {
        Seen plus(Seen later) {
            return new Seen(times + later.times, first);
        }
    }

    /**
     * @param place which payload of the file it is
     */
    void add(CorpusFile file, String place, PayloadFate fate) {
        topics.merge(file.platform() + "/" + file.topic(), FateCounts.of(fate), FateCounts::plus);
        var name = file.name() + place;
        switch (fate) {
            case PayloadFate.Accepted _, PayloadFate.Held _ -> {}
            case PayloadFate.Refused refused ->
                    refusals.merge(refused, new Seen(1, name), Seen::plus);
            case PayloadFate.Unnamed(var how) ->
                    mistakes.add("unnamed: %s: %s".formatted(name, how));
            case PayloadFate.Mismatched(var how) ->
                    mistakes.add("mismatched: %s: %s".formatted(name, how));
        }
    }

    void withoutReader(CorpusFile file) {
        withoutReader.merge(file.platform(), 1, Integer::sum);
    }

    boolean sound() {
        return total().sound();
    }

    void print(PrintStream out) {
        if (!topics.isEmpty()) {
            out.printf(
                    ROW,
                    "platform/topic",
                    "payloads",
                    "accepted",
                    "silent*",
                    "held",
                    "refused",
                    "unnamed",
                    "mismatched");
            topics.forEach((topic, counts) -> row(out, topic, counts));
            out.println("* accepted, and says nothing new");
            out.println();
        }
        if (!withoutReader.isEmpty()) {
            withoutReader.forEach((platform, payloads) ->
                    out.printf(
                            "%s: no reader (%d payload%s, not counted)%n",
                            platform, payloads, payloads == 1 ? "" : "s"));
            out.println();
        }
        refusals(out);
        mistakes.forEach(out::println);
        var total = total();
        out.printf(
                "corpus: payloads=%d accepted=%d held=%d refused=%d unnamed=%d mismatched=%d%n",
                total.payloads(),
                total.accepted(),
                total.held(),
                total.refused(),
                total.unnamed(),
                total.mismatched());
    }

    private static void row(PrintStream out, String topic, FateCounts counts) {
        out.printf(
                ROW,
                topic,
                counts.payloads(),
                counts.accepted(),
                counts.silent(),
                counts.held(),
                counts.refused(),
                counts.unnamed(),
                counts.mismatched());
    }

    private void refusals(PrintStream out) {
        if (refusals.isEmpty()) {
            return;
        }
        out.printf("%7s  %-8s  %s%n", "refused", "cause", "reason (first payload)");
        refusals.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<PayloadFate.Refused, Seen>>comparingInt(
                                        row -> -row.getValue().times())
                                .thenComparing(row -> row.getKey().cause())
                                .thenComparing(row -> row.getKey().reason()))
                .forEach(row ->
                        out.printf(
                                "%7d  %-8s  %s (%s)%n",
                                row.getValue().times(),
                                row.getKey().cause().word(),
                                row.getKey().reason(),
                                row.getValue().first()));
        out.println();
    }

    private FateCounts total() {
        return topics.values().stream().reduce(FateCounts.NONE, FateCounts::plus);
    }
}
