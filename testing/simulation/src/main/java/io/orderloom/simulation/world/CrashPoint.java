package io.orderloom.simulation.world;

import io.orderloom.simulation.effect.Boundary;
import io.orderloom.simulation.effect.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The point at which processes die. */
public sealed interface CrashPoint {

    record Nowhere() implements CrashPoint {
        @Override
        public String toString() {
            return "no crash";
        }
    }

    /** A process that reaches this boundary dies there. */
    record At(Boundary boundary, Side side) implements CrashPoint {
        @Override
        public String toString() {
            return "%s %s".formatted(side, boundary).toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** All processes die at once, at random moments. */
    record Everything() implements CrashPoint {
        @Override
        public String toString() {
            return "everything";
        }
    }

    static List<CrashPoint> all() {
        var all = new ArrayList<CrashPoint>();
        all.add(new Nowhere());
        for (var boundary : Boundary.values()) {
            for (var side : Side.values()) {
                all.add(new At(boundary, side));
            }
        }
        all.add(new Everything());
        return List.copyOf(all);
    }
}
