package io.orderloom.cost;

import io.orderloom.embedded.Packaging;
import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes docs/cost.md and the figures with which a change is compared; {@code make cost}. */
public final class CostBench {
    static final Path PRICES = Path.of("benchmarks", "cost", "prices-2026-11.json");

    private static final Path ROOT = Path.of("");
    private static final Path PAGE = Path.of("docs", "cost.md");
    private static final int WARM_UP = 60;
    static final int ORDERS = 10;
    private static final int PASSED = 1;
    private static final int WRONG_USE = 2;

    private CostBench() {}

    /**
     * @param words the packages to measure: {@code jvm}, {@code native}, or some native
     */
    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            var packages = Packaging.parse(List.of(words).stream().findFirst().orElse("jvm"));
            var data = ROOT.resolve(".orderloom").resolve("cost");
            var all =
                    new Measurement(ROOT, data, packages, WARM_UP, ORDERS, System.out::println)
                            .all();
            var prices = Prices.read(PRICES);
            var guards = CostGuards.read(ROOT);
            var page = new CostPage(all, prices, guards, kind(packages));
            Files.writeString(PAGE, page.markdown());
            CommittedFigures.write(ROOT, all);
            for (var measured : all) {
                System.out.printf("%-24s %s%n", measured.scenario().label(), measured.figure());
            }
            System.out.printf("written to %s and %s%n", PAGE, CommittedFigures.FILE);
            var passed = guards.passed(all, prices);
            passed.forEach(System.err::println);
            System.exit(passed.isEmpty() ? 0 : PASSED);
        } catch (StartupFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(WRONG_USE);
        }
    }

    private static String kind(Packaging packages) {
        if (packages.equals(Packaging.NATIVE)) {
            return "native executables";
        }
        return packages.equals(Packaging.JVM) ? "JVM packages" : "some of them native executables";
    }
}
