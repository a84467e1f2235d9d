package io.orderloom.kit.card;

import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards in a text: 13 to 19 digits with single spaces or hyphens between
 * them, of a known scheme, whose check digit fits (ISO/IEC 7812-1). Each character is looked at a
 * bounded number of times, so that a hostile text costs no more than a harmless one.
 */
public final class CardNumbers {
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int FIRST_SHOWN = 6;
    private static final int LAST_SHOWN = 4;

    /** Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay, Maestro; by length. */
    private static final Pattern SCHEME =
            Pattern.compile(
                    "4\\d{12}|4\\d{15}|4\\d{18}|5[1-5]\\d{14}|2(22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}"
                            + "|3[47]\\d{13}|6(011|4[4-9]\\d|5\\d\\d)\\d{12}|3(0[0-5]|[689]\\d)\\d{11}"
                            + "|35(2[89]|[3-8]\\d)\\d{12}|62\\d{14,17}|(50|5[678]|6[37])\\d{10,17}");

    private CardNumbers() {}

    /** The text with each number as its first six and last four digits at most. */
    public static String masked(String text) {
        var out = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            int end = end(text, at);
            if (end > at && isCard(text, at, end)) {
                mask(out, at, end);
            }
            at = Math.max(end, at + 1);
        }
        return out.toString();
    }

    public static boolean isIn(String text) {
        return !masked(text).equals(text);
    }

    /** Behind the run of digits and single separators that begins here; here if none does. */
    private static int end(String text, int from) {
        int end = from;
        for (int i = from; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                end = i + 1;
            } else if (end != i || i == from || !isSeparator(text.charAt(i))) {
                break;
            }
        }
        return end;
    }

    private static boolean isCard(String text, int from, int end) {
        if (end - from > 2 * LONGEST || isWord(text, from - 1) || isWord(text, end)) {
            return false;
        }
        var digits = text.substring(from, end).replaceAll("[ -]", "");
        return digits.length() >= SHORTEST
                && digits.length() <= LONGEST
                && SCHEME.matcher(digits).matches()
                && checks(digits);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static void mask(StringBuilder out, int from, int end) {
        int count = (int) out.substring(from, end).chars().filter(c -> isDigit((char) c)).count();
        int seen = 0;
        for (int i = from; i < end; i++) {
            if (isDigit(out.charAt(i))) {
                if (seen >= FIRST_SHOWN && seen < count - LAST_SHOWN) {
                    out.setCharAt(i, '*');
                }
                seen++;
            }
        }
    }

    private static boolean isWord(String text, int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSeparator(char c) {
        return c == ' ' || c == '-';
    }
}
