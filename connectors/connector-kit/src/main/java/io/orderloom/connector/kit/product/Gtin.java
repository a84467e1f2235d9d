package io.orderloom.connector.kit.product;

import java.util.regex.Pattern;

/** The Global Trade Item Number, with 8, 12, 13 or 14 digits (GS1 General Specifications, 2.1). */
public final class Gtin {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final int TEN = 10;

    private Gtin() {}

    /**
     * Whether it has the length of one and ends with the right check digit: together with it the
     * digits, weighted by 1 and 3 in turn from the right, add up to a multiple of ten (7.9).
     */
    public static boolean isOne(String text) {
        if (!DIGITS.matcher(text).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            int weight = (text.length() - i) % 2 == 0 ? 3 : 1;
            sum += weight * (text.charAt(i) - '0');
        }
        return sum % TEN == 0;
    }
}
