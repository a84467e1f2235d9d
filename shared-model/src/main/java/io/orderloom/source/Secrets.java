package io.orderloom.source;

import java.util.Optional;

/** Rules for what can be used as a secret. */
public final class Secrets {
    private Secrets() {}

    /**
     * Tells whether the secret has a visible character. It has none if it is empty, or only blanks,
     * control characters and characters without width, as a slip of the clipboard leaves them.
     */
    public static boolean usable(String secret) {
        return secret.codePoints().anyMatch(Secrets::visible);
    }

    /**
     * The flaw of a secret, as the rest of a sentence that begins with the secret's name: the kind
     * of the character and its position, and nothing of the value. A line break at the end is
     * refused like the others, because removing it would leave two spellings of one secret.
     */
    public static Optional<String> flaw(String secret) {
        if (!usable(secret)) {
            return Optional.of("is empty, or of blanks and invisible characters alone");
        }
        var characters = secret.codePoints().toArray();
        for (int i = 0; i < characters.length; i++) {
            boolean edge = i == 0 || i == characters.length - 1;
            if (!visible(characters[i]) && (edge || characters[i] != ' ')) {
                return Optional.of(
                        "has %s as character %d of %d; put it in again without it"
                                .formatted(kind(characters[i]), i + 1, characters.length));
            }
        }
        return Optional.empty();
    }

    private static String kind(int character) {
        return switch (character) {
            case '\n', '\r' -> "a line break";
            case '\t' -> "a tab";
            case ' ' -> "a space";
            case 0 -> "a NUL";
            case 0xA0 -> "a no-break space";
            case 0xAD -> "a soft hyphen";
            case 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> "a character without width";
            default ->
                    Character.getType(character) == Character.CONTROL
                            ? "a control character"
                            : "an invisible or combining character";
        };
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
