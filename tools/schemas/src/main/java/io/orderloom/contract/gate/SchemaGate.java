package io.orderloom.contract.gate;

import io.orderloom.contract.Contracts;
import io.orderloom.contract.Contracts.Schema;
import io.orderloom.contract.compat.Break;
import io.orderloom.contract.compat.Compatibility;
import io.orderloom.contract.compat.ReadBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Finds what must fail a build. Each finding names the file or field, and what to do. */
public final class SchemaGate {
    private SchemaGate() {}

    /** Committed files that differ from those that the code makes. */
    public static List<String> stale(Publication publication, Contracts contracts) {
        var made = Publication.made(contracts);
        var committed = publication.committed();
        var names = new TreeSet<>(made.keySet());
        names.addAll(committed.keySet());
        return names.stream()
                .filter(name ->
                        !Optional.ofNullable(made.get(name))
                                .equals(Optional.ofNullable(committed.get(name))))
                .map(name ->
                        "docs/%s is %s: run 'make schemas', look at the difference and commit it"
                                .formatted(
                                        name,
                                        !committed.containsKey(name)
                                                ? "not there"
                                                : made.containsKey(name)
                                                        ? "not what the code writes"
                                                        : "of nothing that is left"))
                .toList();
    }

    /** A break of one schema. */
    record Found(String schema, ReadBy readBy, Break broken) {}

    /** Changes that break a reader and on which nobody has decided. */
    public static List<String> broken(Publication publication, Contracts contracts) {
        return judged(
                found(publication, contracts.schemas()),
                publication.deliberate(),
                SchemaGate::isClass);
    }

    static List<Found> found(Publication publication, List<Schema> schemas) {
        var found = new ArrayList<Found>();
        for (var name : publication.published()) {
            var current = schemas.stream().filter(s -> s.name().equals(name)).findFirst();
            if (current.isEmpty()) {
                var readBy = name.startsWith("event/") ? ReadBy.SUBSCRIBERS : ReadBy.STORE;
                found.add(new Found(name, readBy, Compatibility.removed(readBy)));
            }
        }
        for (var schema : schemas) {
            publication
                    .published(schema.name())
                    .map(before -> Compatibility.breaks(schema.readBy(), before, schema.json()))
                    .orElseGet(List::of)
                    .forEach(
                            broken -> found.add(new Found(schema.name(), schema.readBy(), broken)));
        }
        return List.copyOf(found);
    }

    static List<String> judged(
            List<Found> found, List<DeliberateBreak> deliberate, Predicate<String> isClass) {
        var findings = new ArrayList<String>();
        for (var one : found) {
            deliberate.stream()
                    .filter(d -> d.means(one.schema(), one.broken()))
                    .findFirst()
                    .map(d -> objection(one, d, isClass))
                    .orElseGet(() -> Optional.of("see docs/contracts.md"))
                    .ifPresent(objection ->
                            findings.add(
                                    "%s: %s; %s".formatted(one.schema(), one.broken(), objection)));
        }
        deliberate.stream()
                .filter(d -> found.stream().noneMatch(f -> d.means(f.schema(), f.broken())))
                .map(d -> "deliberate-breaks.yaml lists what breaks nothing: " + d)
                .forEach(findings::add);
        return List.copyOf(findings);
    }

    private static Optional<String> objection(
            Found found, DeliberateBreak deliberate, Predicate<String> isClass) {
        return switch (found.readBy()) {
            case SUBSCRIBERS ->
                    Optional.of(
                            "subscribers can't be made to change: send the new form as an event type of a new version");
            case STORE ->
                    deliberate.upcaster().filter(isClass).isPresent()
                            ? Optional.empty()
                            : Optional.of(
                                    "name the class of the upcaster that reads what is stored");
            case QUEUE -> Optional.empty();
        };
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, SchemaGate.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
