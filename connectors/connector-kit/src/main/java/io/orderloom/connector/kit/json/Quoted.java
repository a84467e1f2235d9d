package io.orderloom.connector.kit.json;

import java.util.regex.Pattern;

/**
 * The part of an invalid value that may be repeated: reasons are logged and sent to subscribers.
 */
public final class Quoted {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/+-]{1,40}");

    /** As many digits as a telephone number has. */
    private static final Pattern MANY_DIGITS = Pattern.compile("\\d{7}");

    private Quoted() {}

    /**
     * The value in quotation marks, or a neutral term if it might be a person's name, address or
     * number.
     */
    public static String of(String value) {
        return HARMLESS.matcher(value).matches() && !MANY_DIGITS.matcher(value).find()
                ? "'" + value + "'"
                : "the value";
    }
}
