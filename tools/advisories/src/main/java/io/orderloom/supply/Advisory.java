package io.orderloom.supply;

import java.util.List;
import java.util.Set;

/**
 * A known vulnerability.
 *
 * @param affected the packages that have it, one entry for each
 */
record Advisory(String id, String summary, List<Affected> affected) {

    /**
     * @param versions single versions that have it, in addition to those of the ranges
     */
    record Affected(String packageName, Set<String> versions, List<AffectedRange> ranges) {

        boolean isIn(Component component) {
            return packageName.equals(component.packageName())
                    && (versions.contains(component.version())
                            || ranges.stream()
                                    .anyMatch(range -> range.contains(component.comparable())));
        }

        /** The versions that fix it, by the advisory. */
        List<String> fixes() {
            return ranges.stream()
                    .flatMap(range -> range.events().stream())
                    .filter(AffectedRange.Fixed.class::isInstance)
                    .map(event -> event.at().toString())
                    .distinct()
                    .toList();
        }
    }

    List<Affected> in(Component component) {
        return affected.stream().filter(one -> one.isIn(component)).toList();
    }
}
