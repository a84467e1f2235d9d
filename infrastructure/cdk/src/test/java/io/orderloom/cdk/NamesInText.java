package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds places where a resource of a template holds another one's name as text: alone, or within an
 * alias, an ARN or a URL. CloudFormation sees no dependency in that, and may make the two in any
 * order.
 */
final class NamesInText {
    private static final JsonMapper JSON = new JsonMapper();

    /** The property by which CloudFormation names a resource, whatever its type. */
    private static final Pattern NAME = Pattern.compile("(.*Name|Name)");

    /** Properties with text for people, and tags, which identify nothing. */
    private static final Set<String> WORDS =
            Set.of("Description", "AlarmDescription", "Comment", "Tags");

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9]+)[.}]");

    private record Text(String path, String value) {}

    private final JsonNode resources;
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, Set<String>> references = new TreeMap<>();
    private final List<String> longestFirst;

    private NamesInText(JsonNode resources) {
        this.resources = resources;
        ids().forEach(id -> {
            var found = new TreeSet<String>();
            collectReferences(resources.path(id), found);
            references.put(id, found);
            name(id).ifPresent(name -> names.put(id, name));
        });
        this.longestFirst =
                names.values().stream()
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    /** The names that are used without a dependency, a line each. */
    static List<String> withoutOrder(Path template) {
        try {
            var names = new NamesInText(JSON.readTree(template.toFile()).path("Resources"));
            return names.ids().flatMap(names::withoutOrder).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> withoutOrder(String holder) {
        return texts(holder).stream()
                .flatMap(text ->
                        named(holder, text.value()).stream()
                                .filter(named -> !ordered(holder, named))
                                .map(named ->
                                        "%s %s: %s names %s %s as text '%s'"
                                                .formatted(
                                                        type(holder),
                                                        holder,
                                                        text.path(),
                                                        type(named),
                                                        named,
                                                        names.get(named))));
    }

    /**
     * The resources that a text names, each as a whole word: {@code a-b} is no part of {@code
     * a-b-c}, and a name within a longer name counts only as the longer one.
     */
    private Set<String> named(String holder, String text) {
        var found = new TreeSet<String>();
        var left = text;
        for (var name : longestFirst) {
            var word =
                    Pattern.compile(
                            "(?<![\\w-])%s(?![\\w-]|\\.\\w)".formatted(Pattern.quote(name)));
            if (word.matcher(left).find()) {
                left = word.matcher(left).replaceAll(" ");
                found.addAll(bearers(holder, name));
            }
        }
        found.remove(holder);
        return found;
    }

    /**
     * The resources of a name. Where several have the same, as the aliases of all functions do,
     * those that refer to something that the holder refers to as well.
     */
    private Set<String> bearers(String holder, String name) {
        var all = new TreeSet<String>();
        names.forEach((id, own) -> {
            if (own.equals(name)) {
                all.add(id);
            }
        });
        var near = new TreeSet<>(all);
        near.removeIf(id -> Collections.disjoint(references(id), references(holder)));
        return near.isEmpty() ? all : near;
    }

    /**
     * Tells whether one of the two depends on the other, directly or through others. Where the
     * named resource depends on the holder, a reference back would be a circle.
     */
    private boolean ordered(String holder, String named) {
        return reaches(holder, named) || reaches(named, holder);
    }

    private boolean reaches(String from, String to) {
        var seen = new HashSet<String>();
        var open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            var next = open.removeLast();
            if (next.equals(to)) {
                return true;
            }
            if (seen.add(next)) {
                open.addAll(references(next));
            }
        }
        return false;
    }

    private Stream<String> ids() {
        return resources.propertyStream().map(Map.Entry::getKey);
    }

    private Set<String> references(String id) {
        return references.getOrDefault(id, Set.of());
    }

    private String type(String id) {
        return resources.path(id).path("Type").asText();
    }

    private Optional<String> name(String id) {
        return properties(id)
                .filter(property -> NAME.matcher(property.getKey()).matches())
                .filter(property -> property.getValue().isTextual())
                .map(property -> property.getValue().asText())
                .findFirst();
    }

    private List<Text> texts(String id) {
        var texts = new ArrayList<Text>();
        properties(id)
                .filter(property -> !WORDS.contains(property.getKey()))
                .filter(property -> !NAME.matcher(property.getKey()).matches())
                .forEach(property -> collectTexts(property.getKey(), property.getValue(), texts));
        // Some types keep their own name a level deeper.
        var own = type(id).replaceAll(".*:", "") + "Name";
        texts.removeIf(text -> text.path().endsWith("." + own));
        return texts;
    }

    private Stream<Map.Entry<String, JsonNode>> properties(String id) {
        return resources.path(id).path("Properties").propertyStream();
    }

    private static void collectTexts(String path, JsonNode node, List<Text> texts) {
        if (node.isTextual()) {
            texts.add(new Text(path, node.asText()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collectTexts("%s[%d]".formatted(path, i), node.get(i), texts);
            }
        } else {
            node.propertyStream()
                    .filter(one -> !Set.of("Ref", "Fn::GetAtt").contains(one.getKey()))
                    .forEach(one -> collectTexts(path + "." + one.getKey(), one.getValue(), texts));
        }
    }

    private static void collectReferences(JsonNode node, Set<String> found) {
        if (node.isArray()) {
            node.forEach(one -> collectReferences(one, found));
        }
        node.propertyStream()
                .forEach(one -> {
                    switch (one.getKey()) {
                        case "Ref", "DependsOn" -> collectIds(one.getValue(), found);
                        case "Fn::GetAtt" -> found.add(one.getValue().path(0).asText());
                        case "Fn::Sub" ->
                                REFERENCE
                                        .matcher(one.getValue().toString())
                                        .results()
                                        .forEach(match -> found.add(match.group(1)));
                        default -> collectReferences(one.getValue(), found);
                    }
                });
    }

    private static void collectIds(JsonNode oneOrMore, Set<String> found) {
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(id -> found.add(id.asText()));
        } else {
            found.add(oneOrMore.asText());
        }
    }
}
