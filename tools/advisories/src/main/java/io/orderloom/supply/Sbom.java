package io.orderloom.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A bill of materials in CycloneDX's JSON.
 *
 * @param usedBy for each reference, those that depend on it
 */
record Sbom(Map<String, Component> components, Map<String, Set<String>> usedBy) {
    private static final JsonMapper JSON = new JsonMapper();

    static Sbom read(Path file) throws IOException {
        return of(JSON.readTree(Files.readString(file)));
    }

    static Sbom of(JsonNode bom) {
        var components = new HashMap<String, Component>();
        for (var node : bom.path("components")) {
            Component.of(node.path("purl").asText())
                    .ifPresent(found -> components.put(node.path("bom-ref").asText(), found));
        }
        var usedBy = new HashMap<String, Set<String>>();
        for (var node : bom.path("dependencies")) {
            for (var used : node.path("dependsOn")) {
                usedBy.computeIfAbsent(used.asText(), _ -> new HashSet<>())
                        .add(node.path("ref").asText());
            }
        }
        return new Sbom(Map.copyOf(components), Map.copyOf(usedBy));
    }

    /** The components that others made, by name. */
    List<Component> foreign() {
        return components.values().stream()
                .filter(component -> !component.ours())
                .distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .toList();
    }

    /** The project's own modules that depend on the component, directly or through others. */
    Set<String> modules(Component component) {
        var open = new ArrayDeque<String>();
        components.forEach((reference, known) -> {
            if (known.equals(component)) {
                open.add(reference);
            }
        });
        var seen = new HashSet<String>(open);
        while (!open.isEmpty()) {
            usedBy.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(seen::add)
                    .forEach(open::add);
        }
        return seen.stream()
                .filter(components::containsKey)
                .map(components::get)
                .filter(Component::ours)
                .map(Component::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
