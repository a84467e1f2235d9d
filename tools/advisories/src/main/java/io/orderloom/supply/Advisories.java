package io.orderloom.supply;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Checks a bill of materials against a list of known vulnerabilities: {@code java -cp …
 * io.orderloom.supply.Advisories sbom.json [list]}.
 *
 * <p>Exits with 0 if a fresh list has no vulnerability of a component, with 1 if a list has one,
 * with 3 if nothing was checked: there is no list, it can't be read, or it is older than 30 days.
 */
public final class Advisories {
    private final PrintStream out;
    private final Instant now;

    Advisories(PrintStream out, Instant now) {
        this.out = out;
        this.now = now;
    }

    public static void main(String[] args) {
        var list =
                args.length > 1 && !args[1].isBlank()
                        ? Optional.of(Path.of(args[1]))
                        : Optional.<Path>empty();
        var verdict = new Advisories(System.out, Instant.now()).check(Path.of(args[0]), list);
        System.exit(verdict.status());
    }

    Verdict check(Path sbom, Optional<Path> place) {
        if (place.isEmpty() || !Files.exists(place.get())) {
            return end(
                    new Verdict.NotChecked(
                            place.map(absent -> absent + " does not exist")
                                            .orElse("no list was given")
                                    + "; ADVISORIES=FILE names a zip or a directory of OSV records"
                                    + " for Maven"),
                    "");
        }
        try {
            var list = AdvisoryList.read(place.get());
            var bom = Sbom.read(sbom);
            out.printf(
                    "%d components against %d advisories of %s (%d days old), sha256 %s%n",
                    bom.foreign().size(),
                    list.all().size(),
                    list.date(),
                    Duration.between(list.date(), now).toDays(),
                    list.sha256());
            return end(
                    Verdict.of(bom, list, now),
                    " date=%s sha256=%s".formatted(list.date(), list.sha256()));
        } catch (IOException unreadable) {
            return end(new Verdict.NotChecked(String.valueOf(unreadable.getMessage())), "");
        }
    }

    private Verdict end(Verdict verdict, String list) {
        switch (verdict) {
            case Verdict.Clean() -> out.println("none of them is known to be vulnerable");
            case Verdict.Found(var findings) -> findings.forEach(this::say);
            case Verdict.NotChecked(var reason) ->
                    out.printf("!!! NOT CHECKED FOR KNOWN VULNERABILITIES: %s !!!%n", reason);
        }
        out.printf("advisories: verdict=%s%s%n", verdict.word(), list);
        return verdict;
    }

    private void say(Verdict.Finding finding) {
        out.printf(
                "%s: %s %s; fixed in %s; in %s%n",
                finding.component(),
                finding.advisory().id(),
                finding.advisory().summary(),
                finding.fixes().isEmpty() ? "no version" : String.join(", ", finding.fixes()),
                String.join(", ", finding.in()));
    }
}
