package io.orderloom.simulation.schedule;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws values from the seed and keeps a fingerprint of the decisions. */
public final class SeededRandom {
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final SplittableRandom random;
    private long fingerprint;

    public SeededRandom(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
        fingerprint = PRIME;
    }

    /** The seed from which all values follow. */
    public long seed() {
        return seed;
    }

    /**
     * @param perMille of thousand draws, how many are true
     */
    public boolean happens(int perMille) {
        return perMille > 0 && random.nextInt(1_000) < perMille;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** A number between the two, both included. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    public Duration between(Duration shortest, Duration longest) {
        long micros = shortest.toNanos() / 1_000;
        long more = longest.toNanos() / 1_000 - micros;
        return Duration.ofNanos((micros + random.nextLong(more + 1)) * 1_000);
    }

    public <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Random letters and digits, which hardly compress. */
    public String letters(int count) {
        var letters = new StringBuilder(count);
        while (letters.length() < count) {
            letters.append(Long.toString(random.nextLong(1, Long.MAX_VALUE), 36));
        }
        letters.setLength(count);
        return letters.toString();
    }

    /**
     * Adds a decision to the fingerprint. Two runs with the same fingerprint took the same course.
     */
    public void decided(long what) {
        long mixed = (fingerprint ^ what) * PRIME;
        fingerprint = mixed ^ (mixed >>> 29);
    }

    public long fingerprint() {
        return fingerprint;
    }
}
