package io.orderloom.governor;

/**
 * How many calls at once an account bears.
 *
 * @param slots calls in flight at most, over all functions and instances
 * @param reserved of these, never to be taken by what is not urgent
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

    /** A sixth is kept for what is urgent, and one slot at least. */
    public static Limits of(int slots) {
        return new Limits(slots, Math.max(1, slots / 6));
    }

    /** What one kind of calls may take at most. */
    int most(Urgency urgency) {
        return switch (urgency) {
            case URGENT -> slots;
            case NORMAL -> slots - reserved;
        };
    }
}
