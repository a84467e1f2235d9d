package io.orderloom.embedded.crash;

import io.orderloom.topology.Function;
import java.util.Locale;

/** Where a function's process dies. */
record Point(Function function, Boundary boundary, Side side) {

    enum Side {
        /** The effect has not happened, and will not. */
        BEFORE,
        /** It has happened, and the process does not learn it. */
        AFTER
    }

    /** For {@link #parse}. */
    String code() {
        return function + " " + boundary + " " + side;
    }

    static Point parse(String code) {
        var words = code.split(" ", -1);
        return new Point(
                Function.valueOf(words[0]), Boundary.valueOf(words[1]), Side.valueOf(words[2]));
    }

    @Override
    public String toString() {
        return "%-19s %s %s"
                .formatted(
                        function.label(),
                        side.name().toLowerCase(Locale.ROOT),
                        boundary.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
}
