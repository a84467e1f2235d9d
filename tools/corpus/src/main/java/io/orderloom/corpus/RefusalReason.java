package io.orderloom.corpus;

import java.util.regex.Pattern;

/** Words a refusal without the values of its payload, so that equal mistakes are counted as one. */
final class RefusalReason {
    private static final int LONGEST = 150;
    private static final Pattern INDEX = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern AMOUNT = Pattern.compile("-?\\d+(\\.\\d+)? [A-Z]{3}\\b");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,:]\\d+)*");

    private RefusalReason() {}

    static String of(String path, String detail) {
        var place = INDEX.matcher(path).replaceAll("[]");
        var words = QUOTED.matcher(detail).replaceAll("'…'");
        words = AMOUNT.matcher(words).replaceAll("#");
        words = NUMBER.matcher(words).replaceAll("#").lines().findFirst().orElse("");
        var reason = "%s: %s".formatted(place, words);
        return reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
    }
}
