package io.orderloom.supply;

import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A range of versions between events, evaluated as OSV does: the last event that is not above a
 * version decides whether the version is affected.
 *
 * @param fromTheStart whether every version before the first event is affected; Maven's order has
 *     no lowest version that could mark it
 */
record AffectedRange(boolean fromTheStart, List<Event> events) {

    sealed interface Event {
        ComparableVersion at();
    }

    record Introduced(ComparableVersion at) implements Event {}

    record Fixed(ComparableVersion at) implements Event {}

    record LastAffected(ComparableVersion at) implements Event {}

    AffectedRange {
        events = events.stream().sorted(Comparator.comparing(Event::at)).toList();
    }

    boolean contains(ComparableVersion version) {
        boolean affected = fromTheStart;
        for (var event : events) {
            int past = version.compareTo(event.at());
            affected =
                    switch (event) {
                        case Introduced _ -> past >= 0 || affected;
                        case Fixed _ -> past < 0 && affected;
                        case LastAffected _ -> past <= 0 && affected;
                    };
        }
        return affected;
    }
}
