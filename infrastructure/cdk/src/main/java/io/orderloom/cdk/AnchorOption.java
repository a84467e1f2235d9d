package io.orderloom.cdk;

/**
 * Whether the heads of all logs are kept where nobody deletes or changes them.
 *
 * @param keepDays for how long, from the night on that they were taken
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
