package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Limits texts that a shop fills in. A text that is longer than the vendor's own forms allow is cut
 * between two characters, and marked. A code has to stay distinct, so that a hash of the whole code
 * replaces the part that is cut.
 */
final class FreeText {
    /** Longest title in characters; Shopify allows 255. */
    static final int TITLE = 255;

    /** Longest note of an order in characters; Shopify allows 5,000. */
    static final int NOTE = 5_000;

    /** Longest code in characters; Shopify allows 255 for a discount's. */
    static final int CODE = 255;

    private static final String MARK = "…";

    private FreeText() {}

    /** The text with at most this many characters, including the mark. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + MARK;
    }

    static String title(String text) {
        return cut(text, TITLE);
    }

    /** Two codes that differ still differ when they are cut. */
    static String code(String text) {
        if (text.codePointCount(0, text.length()) <= CODE) {
            return text;
        }
        var hash = hash(text);
        return cut(text, CODE - hash.length()) + hash;
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String note(String text) {
        return cut(text, NOTE);
    }
}
