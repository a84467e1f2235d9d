package io.orderloom.kit.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order's log after the check.
 *
 * @param hashes of its entries by their versions, in hexadecimal
 * @param tampered the places that are not as they were written
 */
public record CheckedLog(String order, SortedMap<Long, String> hashes, List<Tampered> tampered) {
    public CheckedLog {
        hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
        tampered = List.copyOf(tampered);
    }

    /**
     * @param item its sort key in the order's partition
     * @param what a description of the damage
     */
    public record Tampered(String item, String what) {}

    public Optional<LogHead> head() {
        return hashes.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LogHead(
                                order,
                                hashes.lastKey(),
                                hashes.getOrDefault(hashes.lastKey(), "")));
    }

    /** Compares the log with heads that were kept elsewhere as well: a log only ever grows. */
    public CheckedLog against(List<LogHead> anchors) {
        var all = new ArrayList<>(tampered);
        for (var anchor : anchors) {
            if (!anchor.hash().equals(hashes.getOrDefault(anchor.sequence(), ""))) {
                all.add(
                        new Tampered(
                                "FACT#… of version " + anchor.sequence(),
                                "it is not the one that was anchored"));
            }
        }
        return new CheckedLog(order, hashes, all);
    }
}
