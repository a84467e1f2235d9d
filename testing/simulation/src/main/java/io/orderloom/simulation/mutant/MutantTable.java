package io.orderloom.simulation.mutant;

import io.orderloom.simulation.mutant.Hunt.Ended;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints the mutants as a table into a page, between two marks. */
final class MutantTable {
    static final String BEGINS = "<!-- mutants: printed by make proof-can-fail -->\n";
    static final String ENDS = "<!-- end of mutants -->\n";

    private MutantTable() {}

    /**
     * The page with the table in its place.
     *
     * @throws IllegalStateException if the page has no place for it
     */
    static String in(String page, List<ProofCanFail.Row> rows) {
        int begins = page.indexOf(BEGINS);
        int ends = page.indexOf(ENDS);
        if (begins < 0 || ends < begins) {
            throw new IllegalStateException(
                    "the page has no lines '%s' and '%s' for the table of mutants"
                            .formatted(BEGINS.strip(), ENDS.strip()));
        }
        return page.substring(0, begins + BEGINS.length())
                + rows.stream()
                        .map(MutantTable::line)
                        .collect(
                                Collectors.joining(
                                        "",
                                        "\n| the mutant | found by | after schedules |\n|---|---|---|\n",
                                        "\n"))
                + page.substring(ends);
    }

    private static String line(ProofCanFail.Row row) {
        return "| %s | %s |%n".formatted(row.mutant().name(), found(row.ended()));
    }

    private static String found(Ended ended) {
        return switch (ended) {
            case Ended.Found(var schedules, _, var finding) ->
                    "`%s`: %s | %d"
                            .formatted(
                                    finding.kind().name().toLowerCase(Locale.ROOT),
                                    plain(finding.what()),
                                    schedules);
            case Ended.Missed(var schedules) -> "**missed** | %d".formatted(schedules);
            case Ended.FailsAnyway _ -> "**fails without it, too** | ";
        };
    }

    /** Shortens a text and removes the characters that have a meaning in a Markdown table. */
    private static String plain(String what) {
        var text = what.replace("|", "/").replace("<", "(").replace(">", ")").replace("\n", " ");
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
