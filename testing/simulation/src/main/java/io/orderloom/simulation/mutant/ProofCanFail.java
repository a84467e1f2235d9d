package io.orderloom.simulation.mutant;

import io.orderloom.simulation.mutant.Hunt.Ended;
import io.orderloom.simulation.oracle.LeakWatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Looks for every mutant, or for those whose turn it is, and prints how each was found. The exit
 * code is 0 only if none was missed.
 *
 * <pre>
 *   all PAGE        all of them; the table goes into the page
 *   turn NUMBER     a fifth of them: those whose turn it is
 *   named TEXT      those that have this in their name
 * </pre>
 */
public final class ProofCanFail {
    private static final List<Mutant> MUTANTS = Mutants.all();
    private static final int WRONG_USAGE = 2;
    private static final int TURNS = 5;
    private static final int MOST_SCHEDULES = 1_000;
    private static final long APART = 10_000;

    private ProofCanFail() {}

    record Row(Mutant mutant, Ended ended) {}

    public static void main(String[] arguments)
            throws IOException, InterruptedException, ExecutionException {
        LeakWatch.install();
        System.exit(ended(List.of(arguments)));
    }

    private static int ended(List<String> arguments)
            throws IOException, InterruptedException, ExecutionException {
        var which = arguments.size() == 2 ? arguments.getFirst() : "";
        var rows =
                switch (which) {
                    case "all" -> hunted(_ -> true);
                    case "turn" -> {
                        long turn = Math.floorMod(Long.parseLong(arguments.getLast()), TURNS);
                        yield hunted(i -> i % TURNS == turn);
                    }
                    case "named" ->
                            hunted(i -> MUTANTS.get(i).name().contains(arguments.getLast()));
                    default -> List.<Row>of();
                };
        if (rows.isEmpty()) {
            System.err.println("proof-can-fail: all PAGE, turn NUMBER, or named TEXT of a mutant");
            return WRONG_USAGE;
        }
        long found = rows.stream().filter(row -> row.ended() instanceof Ended.Found).count();
        if (which.equals("all")) {
            var page = Path.of(arguments.getLast());
            Files.writeString(page, MutantTable.in(Files.readString(page), rows));
        }
        System.out.printf(
                "proof: mutants=%d found=%d missed=%d%n", rows.size(), found, rows.size() - found);
        return found == rows.size() ? 0 : 1;
    }

    private static List<Row> hunted(IntPredicate wanted)
            throws InterruptedException, ExecutionException {
        int processors = Runtime.getRuntime().availableProcessors();
        try (var threads = Executors.newFixedThreadPool(processors)) {
            var hunts = new ArrayList<Future<Row>>();
            IntStream.range(0, MUTANTS.size())
                    .filter(wanted)
                    .forEach(i -> hunts.add(threads.submit(() -> hunt(MUTANTS.get(i), i * APART))));
            var rows = new ArrayList<Row>();
            for (var hunt : hunts) {
                rows.add(hunt.get());
                System.out.println(said(rows.getLast()));
            }
            return rows;
        }
    }

    private static Row hunt(Mutant mutant, long from) {
        return new Row(mutant, new Hunt(from, MOST_SCHEDULES).run(mutant));
    }

    private static String said(Row row) {
        var name = row.mutant().name();
        return switch (row.ended()) {
            case Ended.Found(var schedules, var seed, var finding) ->
                    "found   %-52s %-8s after %3d schedules (seed %d)  %.90s"
                            .formatted(name, finding.kind(), schedules, seed, finding.what());
            case Ended.Missed(var schedules) ->
                    "MISSED  %-52s after %d schedules".formatted(name, schedules);
            case Ended.FailsAnyway(var seed, var findings) ->
                    "MISSED  %-52s seed %d fails without it: %s".formatted(name, seed, findings);
        };
    }
}
