package io.orderloom.container;

import java.util.Map;

/**
 * One emulator's outcomes.
 *
 * @param outcomes by the contract's test; a test that is missing although the emulator was run
 *     counts as failed
 */
record Column(Emulator emulator, boolean run, Map<Test, Outcome> outcomes) {

    record Test(Contract contract, String name) {}

    Column {
        outcomes = Map.copyOf(outcomes);
    }

    static Column notRun(Emulator emulator) {
        return new Column(emulator, false, Map.of());
    }

    Outcome of(Test test) {
        if (test.contract().of(emulator).isEmpty()) {
            return Outcome.NOT_THERE;
        }
        return run ? outcomes.getOrDefault(test, Outcome.FAILED) : Outcome.NOT_RUN;
    }
}
