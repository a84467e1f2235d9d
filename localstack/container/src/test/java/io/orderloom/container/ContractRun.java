package io.orderloom.container;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * Runs the contract on one emulator after another and prints a table of the outcomes: {@code java …
 * ContractRun WORD…}, where a word is {@code embedded}, an address, {@code docker} for LocalStack
 * in a container, or {@code without=EMULATOR} for a column that is not run.
 */
final class ContractRun {
    private static final String WITHOUT = "without=";

    private ContractRun() {}

    public static void main(String[] words) {
        var table = new ContractTable(Arrays.stream(words).map(ContractRun::column).toList());
        System.out.println(table.printed());
        System.exit(table.anyFailed() ? 1 : 0);
    }

    private static Column column(String word) {
        if (word.startsWith(WITHOUT)) {
            return Column.notRun(Emulator.valueOf(word.substring(WITHOUT.length())));
        }
        var started = Instant.now();
        var column =
                switch (word) {
                    case "embedded" -> Asking.of(Emulator.EMBEDDED, System.out);
                    case "docker" -> inContainer();
                    default -> at(URI.create(word));
                };
        System.out.printf(
                "%s: the contract took %d s%n",
                column.emulator().label(), Duration.between(started, Instant.now()).toSeconds());
        return column;
    }

    private static Column at(URI address) {
        System.setProperty(Endpoint.PROPERTY, address.toString());
        return Asking.of(Emulator.at(address), System.out);
    }

    /**
     * One container for the whole contract, because it takes longer to start than the contract
     * takes.
     */
    private static Column inContainer() {
        try (var endpoint =
                Endpoint.container()
                        .orElseThrow(() ->
                                new IllegalStateException(
                                        "no Docker daemon answers; start one or omit docker"))) {
            return at(endpoint.sqs());
        }
    }
}
