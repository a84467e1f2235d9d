package io.orderloom.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Orders in which facts may arrive. */
public final class Permutations {
    /** The largest number of things of which every order is tried. */
    public static final int ALL_UP_TO = 7;

    static final int SAMPLED = 2_000;

    private Permutations() {}

    /**
     * Tries every order of a few things, or {@link #SAMPLED} random orders of more.
     *
     * @return how many orders were tried
     */
    static <T> int each(List<T> things, long seed, Consumer<List<T>> use) {
        if (things.size() <= ALL_UP_TO) {
            return every(new ArrayList<>(things), 0, use);
        }
        var random = new SplittableRandom(seed);
        for (int i = 0; i < SAMPLED; i++) {
            use.accept(shuffled(things, random));
        }
        return SAMPLED;
    }

    private static <T> int every(List<T> things, int fixed, Consumer<List<T>> use) {
        if (fixed == things.size()) {
            use.accept(List.copyOf(things));
            return 1;
        }
        int count = 0;
        for (int i = fixed; i < things.size(); i++) {
            Collections.swap(things, fixed, i);
            count += every(things, fixed + 1, use);
            Collections.swap(things, fixed, i);
        }
        return count;
    }

    public static <T> List<T> shuffled(List<T> things, SplittableRandom random) {
        var copy = new ArrayList<>(things);
        for (int i = copy.size() - 1; i > 0; i--) {
            Collections.swap(copy, i, random.nextInt(i + 1));
        }
        return copy;
    }

    /** The things in their order, with some of them repeated, sooner or later. */
    public static <T> List<T> withRepetitions(List<T> things, SplittableRandom random) {
        var all = new ArrayList<T>();
        for (var thing : things) {
            all.add(thing);
            if (random.nextInt(3) == 0) {
                all.add(all.get(random.nextInt(all.size())));
            }
        }
        return all;
    }
}
