package io.orderloom.simulation.aws;

/** What a real service would take, or not, and this one does not know. */
final class Refused {
    private Refused() {}

    /**
     * @throws UnsupportedOperationException unless it is known
     */
    static void unless(boolean known, String what) {
        if (!known) {
            throw new UnsupportedOperationException("the simulation does not know " + what);
        }
    }
}
