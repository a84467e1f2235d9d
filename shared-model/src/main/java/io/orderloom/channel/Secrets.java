package io.orderloom.channel;

/** What can be a secret at all. */
public final class Secrets {
    private Secrets() {}

    /**
     * Whether there is anything to be seen of it: not if it is empty or of blanks, control
     * characters and characters without width alone, as a slip of the clipboard leaves them.
     */
    public static boolean usable(String secret) {
        return secret.codePoints().anyMatch(Secrets::visible);
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK ->
                    false;
            // Hangul fillers and the empty Braille cell are letters and symbols that show nothing.
            default ->
                    character != 0x115F
                            && character != 0x1160
                            && character != 0x3164
                            && character != 0xFFA0
                            && character != 0x2800;
        };
    }
}
