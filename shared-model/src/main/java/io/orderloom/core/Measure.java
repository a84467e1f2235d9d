package io.orderloom.core;

/**
 * What is kept of the elements of a {@link Sorted} list as a whole, so that nobody has to walk
 * through all of them for it.
 *
 * @param <T> an element
 * @param <S> the sum of elements
 */
interface Measure<T, S> {

    /** Of a list that only finds its elements fast. */
    static <T> Measure<T, Nothing> none() {
        return new None<>();
    }

    S empty();

    S of(T element);

    S plus(S one, S other);

    /** The sum of a list of which no sum is asked for. */
    enum Nothing {
        NOTHING
    }

    /** Sums up nothing. */
    record None<T>() implements Measure<T, Nothing> {
        @Override
        public Nothing empty() {
            return Nothing.NOTHING;
        }

        @Override
        public Nothing of(T element) {
            return Nothing.NOTHING;
        }

        @Override
        public Nothing plus(Nothing one, Nothing other) {
            return Nothing.NOTHING;
        }
    }
}
