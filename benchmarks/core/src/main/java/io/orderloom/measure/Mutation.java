package io.orderloom.measure;

import java.util.List;

/**
 * One change that Pitest made to the code, to find out whether a test fails because of it.
 *
 * @param killed whether a test failed
 * @param type the class, without its package
 * @param mutator the kind of change, as Pitest names it
 */
record Mutation(boolean killed, String packageName, String type, String method, String mutator) {

    /** The areas of the code that have a required score of their own. */
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

    /** The percentage of killed mutations, rounded down. */
    static int score(List<Mutation> mutations) {
        long killed = killed(mutations);
        return mutations.isEmpty() ? 100 : (int) (killed * 100 / mutations.size());
    }

    static long killed(List<Mutation> mutations) {
        return mutations.stream().filter(Mutation::killed).count();
    }
}
