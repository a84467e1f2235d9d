package io.orderloom.supply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The result of checking a bill of materials against a list. */
sealed interface Verdict {
    /** The age up to which a list may prove that there is no known vulnerability. */
    Duration FRESH = Duration.ofDays(30);

    /** The exit status. */
    int status();

    /** A word for scripts, printed as the last line's {@code verdict=}. */
    String word();

    /**
     * A component with a vulnerability, the versions that fix it, and the modules that contain it.
     */
    record Finding(Component component, Advisory advisory, List<String> fixes, List<String> in) {}

    /** A fresh list has no vulnerability of a component. */
    record Clean() implements Verdict {
        @Override
        public int status() {
            return 0;
        }

        @Override
        public String word() {
            return "clean";
        }
    }

    /** Vulnerabilities were found. The list may be old, because what it contains is still true. */
    record Found(List<Finding> findings) implements Verdict {
        @Override
        public int status() {
            return 1;
        }

        @Override
        public String word() {
            return "found";
        }
    }

    /** No verdict, which therefore never counts as passed. */
    record NotChecked(String reason) implements Verdict {
        @Override
        public int status() {
            return 3;
        }

        @Override
        public String word() {
            return "not-checked";
        }
    }

    static Verdict of(Sbom sbom, AdvisoryList list, Instant now) {
        if (sbom.foreign().isEmpty()) {
            return new NotChecked("the bill of materials has no components");
        }
        var findings = findings(sbom, list);
        if (!findings.isEmpty()) {
            return new Found(findings);
        }
        var age = Duration.between(list.date(), now);
        if (age.compareTo(FRESH) > 0) {
            return new NotChecked(
                    "the list is %d days old, and may be %d at most"
                            .formatted(age.toDays(), FRESH.toDays()));
        }
        if (list.date().isAfter(now.plus(Duration.ofDays(1)))) {
            return new NotChecked("the list is of the future, so its date says nothing");
        }
        return new Clean();
    }

    private static List<Finding> findings(Sbom sbom, AdvisoryList list) {
        var findings = new ArrayList<Finding>();
        for (var component : sbom.foreign()) {
            for (var advisory : list.all()) {
                for (var affected : advisory.in(component)) {
                    var modules = List.copyOf(sbom.modules(component));
                    findings.add(new Finding(component, advisory, affected.fixes(), modules));
                }
            }
        }
        return findings.stream().distinct().toList();
    }
}
