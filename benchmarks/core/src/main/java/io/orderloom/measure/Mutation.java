package io.orderloom.measure;

import java.util.List;

/**
 * One change that was made to the code to see whether a test notices.
 *
 * @param killed whether one did
 * @param type the class, without its package
 * @param mutator what was changed, as Pitest calls it
 */
record Mutation(boolean killed, String packageName, String type, String method, String mutator) {

    /** What is held to a score of its own. */
    enum Area {
        DECIDE("decide and evolve"),
        MONEY("money"),
        ALLOCATION("allocation");

        private final String label;

        Area(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Area area() {
        if (packageName.equals("io.orderloom.core")) {
            return Area.DECIDE;
        }
        return type.startsWith("Allocation") ? Area.ALLOCATION : Area.MONEY;
    }

    /** Killed of a hundred, rounded down: a score is never flattered. */
    static int score(List<Mutation> mutations) {
        long killed = killed(mutations);
        return mutations.isEmpty() ? 100 : (int) (killed * 100 / mutations.size());
    }

    static long killed(List<Mutation> mutations) {
        return mutations.stream().filter(Mutation::killed).count();
    }
}
