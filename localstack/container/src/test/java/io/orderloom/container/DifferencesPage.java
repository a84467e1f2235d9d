package io.orderloom.container;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints the emulators' differences for {@code docs/emulators.md}. */
final class DifferencesPage {
    private static final List<Emulator> ASKED =
            List.of(Emulator.EMBEDDED, Emulator.MINISTACK, Emulator.LOCALSTACK);

    private DifferencesPage() {}

    static String printed() {
        var counts = Arrays.stream(Contract.values()).map(DifferencesPage::row);
        var differences =
                Difference.ALL.stream()
                        .map(one ->
                                "| %s | %s | %s |"
                                        .formatted(
                                                one.emulator().label(),
                                                one.test().replace('_', ' '),
                                                one.reason()));
        return Stream.of(
                        Stream.of(
                                "| held, of the tests there are | embedded | MiniStack 1.5.33 | LocalStack 4.14 |",
                                "|---|---|---|---|"),
                        counts,
                        Stream.of("", "| | AWS: | there |", "|---|---|---|"),
                        differences)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String row(Contract contract) {
        return ASKED.stream()
                .map(emulator -> cell(contract, emulator))
                .collect(Collectors.joining(" | ", "| " + contract.label() + " | ", " |"));
    }

    private static String cell(Contract contract, Emulator emulator) {
        if (contract.of(emulator).isEmpty()) {
            return "not there";
        }
        var all = contract.tests();
        var held = all.stream().filter(test -> Difference.of(emulator, test).isEmpty()).count();
        return "%d of %d".formatted(held, all.size());
    }
}
