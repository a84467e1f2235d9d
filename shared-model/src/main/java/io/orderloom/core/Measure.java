package io.orderloom.core;

/**
 * Sums up the elements of a {@link Sorted} list, so that the sum can be read without walking
 * through all of them.
 *
 * @param <T> an element
 * @param <S> the sum of elements
 */
interface Measure<T, S> {

    /** The measure of a list that needs no sum and only finds its elements fast. */
    static <T> Measure<T, Nothing> none() {
        return new None<>();
    }

    S empty();

    S of(T element);

    S plus(S one, S other);

    /** The sum of a list that needs none. */
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
