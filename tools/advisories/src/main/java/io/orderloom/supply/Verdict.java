package io.orderloom.supply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What becomes of a bill of materials that is held against a list. */
sealed interface Verdict {
    /** A list that is older knows too little to say that nothing is known. */
    Duration FRESH = Duration.ofDays(30);

    /** The exit status that says so. */
    int status();

    /** For a machine, as the last line's {@code verdict=}. */
    String word();

    /** A component with a vulnerability, where it is mended, and the modules that it is in. */
    record Finding(Component component, Advisory advisory, List<String> fixes, List<String> in) {}

    /** A fresh list knows of nothing. */
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

    /** What an old list knows is known as well. */
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

    /** No verdict, and so never a pass. */
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
