package io.orderloom.cdk;

/**
 * The option to keep the heads of all logs where nobody can delete or change them.
 *
 * @param keepDays days that an object is kept, from the night on which the heads were taken
 */
record AnchorOption(boolean on, int keepDays) {
    private static final int LONGEST = 36_500;

    AnchorOption {
        if (on && (keepDays < 1 || keepDays > LONGEST)) {
            throw new IllegalArgumentException(
                    "parameter anchors: 'keepDays' is not between 1 and " + LONGEST);
        }
    }
}
