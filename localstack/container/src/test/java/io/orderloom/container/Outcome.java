package io.orderloom.container;

/** How a test of the contract ended on an emulator. */
enum Outcome {
    HELD("held"),
    /** As it is known to; {@link Difference} says why. */
    DIFFERS("differs"),
    FAILED("failed"),
    /** The emulator has nothing of the kind. */
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
