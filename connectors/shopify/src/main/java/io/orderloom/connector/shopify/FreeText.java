package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Text that a shop fills. What is longer than the vendor's own forms take is cut between two
 * characters, and marked; a code tells things apart, so that the hash of all of it takes the place
 * of what is cut.
 */
final class FreeText {
    /** Characters of a title; Shopify takes 255. */
    static final int TITLE = 255;

    /** Characters of an order's note; Shopify takes 5,000. */
    static final int NOTE = 5_000;

    /** Characters of a code; Shopify takes 255 of a discount's. */
    static final int CODE = 255;

    private static final String MARK = "…";

    private FreeText() {}

    /** The text with at most so many characters, the mark among them. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest - 1)) + MARK;
    }

    static String title(String text) {
        return cut(text, TITLE);
    }

    /** Two codes that differ stay two. */
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
