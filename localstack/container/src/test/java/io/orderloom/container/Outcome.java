package io.orderloom.container;

/** The outcome of a test of the contract on an emulator. */
enum Outcome {
    HELD("held"),
    /** It failed as expected, for the reason in {@link Difference}. */
    DIFFERS("differs"),
    FAILED("failed"),
    /** The emulator has no such service. */
    NOT_THERE("not there"),
    NOT_RUN("not run");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
