package io.orderloom.governor;

/**
 * How many calls at once an account bears.
 *
 * @param slots calls in flight at most, over all functions and instances
 * @param reserved those of the slots that only urgent calls may take
 */
public record Limits(int slots, int reserved) {

    public Limits {
        if (slots < 2) {
            throw new IllegalArgumentException(
                    "an ERP account needs 2 slots or more, one of them reserved, not " + slots);
        }
        if (reserved < 1 || reserved >= slots) {
            throw new IllegalArgumentException(
                    "of %d slots, 1 to %d are reserved, not %d"
                            .formatted(slots, slots - 1, reserved));
        }
    }

    /** Reserves a sixth of the slots for urgent calls, and one slot at least. */
    public static Limits of(int slots) {
        return new Limits(slots, Math.max(1, slots / 6));
    }

    /** The slots that calls of one urgency may take at most. */
    int most(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> slots;
            case NORMAL -> slots - reserved;
        };
    }
}
