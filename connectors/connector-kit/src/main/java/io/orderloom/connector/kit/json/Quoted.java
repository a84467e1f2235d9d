package io.orderloom.connector.kit.json;

import java.util.regex.Pattern;

/** What may be repeated of a value that is at fault: reasons are logged and sent to subscribers. */
public final class Quoted {
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_.:/+-]{1,40}");

    /** As a telephone number has them. */
    private static final Pattern MANY_DIGITS = Pattern.compile("\\d{7}");

    private Quoted() {}

    /** The value between quotes; not so if it might be somebody's name, address or number. */
    public static String of(String value) {
        return HARMLESS.matcher(value).matches() && !MANY_DIGITS.matcher(value).find()
                ? "'" + value + "'"
                : "the value";
    }
}
