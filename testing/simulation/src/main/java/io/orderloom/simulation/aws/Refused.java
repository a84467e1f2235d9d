package io.orderloom.simulation.aws;

/** Rejects requests that a real service might accept but this simulation does not support. */
final class Refused {
    private Refused() {}

    /**
     * @throws UnsupportedOperationException unless it is supported
     */
    static void unless(boolean known, String what) {
        if (!known) {
            throw new UnsupportedOperationException(
                    "the simulation does not support "
                            + what
                            + "; add it to io.orderloom.simulation.aws");
        }
    }
}
