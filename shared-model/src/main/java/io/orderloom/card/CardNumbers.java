package io.orderloom.card;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds numbers of payment cards in a text: 14 to 19 digits, in one piece or in groups of three and
 * more, of a known scheme, whose check digit fits (ISO/IEC 7812-1). Each character is looked at a
 * bounded number of times, so that a hostile text costs no more than a harmless one.
 */
public final class CardNumbers {
    private static final int SHORTEST = 14;
    private static final int LONGEST = 19;
    private static final int MOST_GROUPS = 6;
    private static final int SHORTEST_GROUP = 3;
    private static final int LAST_SHOWN = 4;
    private static final char ASCII_END = 0x80;

    /** Most digits that a telephone number has (ITU-T E.164). */
    private static final int LONGEST_PHONE = 15;

    /** Characters that people and word processors write between groups of digits. */
    private static final String SEPARATORS = " -\u00a0\u202f\u2010\u2011\u2012\u2013";

    /**
     * Numbers of Visa, Mastercard, American Express, Discover, Diners, JCB, UnionPay and Maestro,
     * by length. Visa's and Maestro's shorter numbers are no longer issued; to match them would
     * take article numbers for cards.
     */
    private static final Pattern SCHEME =
            Pattern.compile(
                    "4\\d{15}|4\\d{18}|5[1-5]\\d{14}|2(22[1-9]|2[3-9]\\d|[3-6]\\d\\d|7[01]\\d|720)\\d{12}"
                            + "|3[47]\\d{13}|6(011|4[4-9]\\d|5\\d\\d)\\d{12}|3(0[0-5]|[689]\\d)\\d{11}"
                            + "|35(2[89]|[3-8]\\d)\\d{12}|62\\d{14,17}|(50|5[678]|6[37])\\d{14,17}");

    private CardNumbers() {}

    /** The place of a number in a text. */
    private record Span(int from, int end) {}

    /** The text with the last four digits of each number, and stars for the others. */
    public static String masked(String text) {
        var found = spans(text);
        if (found.isEmpty()) {
            return text;
        }
        var out = new StringBuilder(text);
        found.forEach(span -> mask(out, span));
        return out.toString();
    }

    public static boolean isIn(String text) {
        return !spans(text).isEmpty();
    }

    /** The last four digits of each number in the text. */
    public static List<String> lastFour(String text) {
        return spans(text).stream()
                .map(span -> digits(text, span))
                .map(digits -> digits.substring(digits.length() - LAST_SHOWN))
                .toList();
    }

    private static List<Span> spans(String text) {
        if (text.length() < SHORTEST) {
            return List.of();
        }
        var found = new ArrayList<Span>();
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text, at)) {
                at++;
                continue;
            }
            int end = isWord(text, at - 1) ? at : end(text, at);
            if (end > at) {
                found.add(new Span(at, end));
                at = end;
            }
            while (isDigit(text, at)) {
                at++;
            }
        }
        return found;
    }

    /**
     * The index behind the longest card number that begins at {@code from}; {@code from} itself if
     * none begins there.
     */
    private static int end(String text, int from) {
        int end = from;
        int at = from;
        var digits = new StringBuilder(LONGEST + 1);
        for (int group = 0; group < MOST_GROUPS; group++) {
            int before = digits.length();
            for (; digits.length() <= LONGEST && isDigit(text, at); at++) {
                digits.append(digit(text, at));
            }
            if (digits.length() > LONGEST || digits.length() - before < SHORTEST_GROUP) {
                break;
            }
            if (!isWord(text, at) && isCard(digits, text, from)) {
                end = at;
            }
            if (at >= text.length() || SEPARATORS.indexOf(text.charAt(at)) < 0) {
                break;
            }
            at++;
        }
        return end;
    }

    private static boolean isCard(CharSequence digits, String text, int from) {
        boolean phone =
                from > 0 && text.charAt(from - 1) == '+' && digits.length() <= LONGEST_PHONE;
        return digits.length() >= SHORTEST
                && !phone
                && SCHEME.matcher(digits).matches()
                && checks(digits);
    }

    /** Whether the check digit fits, by Luhn's algorithm. */
    private static boolean checks(CharSequence digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    private static void mask(StringBuilder out, Span span) {
        int shown = 0;
        for (int i = span.end() - 1; i >= span.from(); i--) {
            if (isDigit(out.charAt(i)) && ++shown > LAST_SHOWN) {
                out.setCharAt(i, '*');
            }
        }
    }

    private static String digits(String text, Span span) {
        var digits = new StringBuilder(LONGEST);
        for (int i = span.from(); i < span.end(); i++) {
            if (isDigit(text, i)) {
                digits.append(digit(text, i));
            }
        }
        return digits.toString();
    }

    private static boolean isWord(String text, int at) {
        return at >= 0
                && at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_');
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    /**
     * Whether it is a digit of any script, since a buyer may write full-width ones. Most characters
     * of a payload are ASCII, and answered without the tables of Unicode.
     */
    private static boolean isDigit(char c) {
        return c < ASCII_END ? c >= '0' && c <= '9' : Character.isDigit(c);
    }

    private static char digit(String text, int at) {
        return (char) ('0' + Character.digit(text.charAt(at), 10));
    }
}
