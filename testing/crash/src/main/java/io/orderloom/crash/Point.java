package io.orderloom.crash;

import io.orderloom.topology.Function;
import java.util.Locale;

/** A point at which a function's process dies. */
record Point(Function function, KillBoundary boundary, Side side) {

    enum Side {
        /** The effect has not happened and will not happen. */
        BEFORE,
        /** The effect has happened, and the process does not learn of it. */
        AFTER
    }

    /** The text that {@link #parse} reads. */
    String code() {
        return function + " " + boundary + " " + side;
    }

    static Point parse(String code) {
        var words = code.split(" ", -1);
        return new Point(
                Function.valueOf(words[0]), KillBoundary.valueOf(words[1]), Side.valueOf(words[2]));
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
