package io.orderloom.contract.gate;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.contract.Contracts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schemas in {@code docs}: those that the present code writes by ({@code schemas/v1}), and
 * those that were last published for others ({@code schemas/v1/published}).
 */
public final class Publication {
    private static final String CURRENT = "schemas/v1/";
    private static final String PUBLISHED = CURRENT + "published/";
    private static final String DELIBERATE = CURRENT + "deliberate-breaks.yaml";
    private static final String SUFFIX = ".schema.json";
    private static final String ASYNC_API = "asyncapi.yaml";

    private final TextFiles docs;

    /**
     * @param docs the directory {@code docs}, or one that takes its place
     */
    public Publication(Path docs) {
        this.docs = new TextFiles(docs);
    }

    /** All files that the code makes, by their names below {@code docs}. */
    public static Map<String, String> made(Contracts contracts) {
        var files = new TreeMap<String, String>();
        for (var schema : contracts.schemas()) {
            files.put(CURRENT + schema.name() + SUFFIX, Notation.json(schema.json()));
        }
        files.put(CURRENT + "README.md", SchemaList.page(contracts.schemas()));
        files.put(ASYNC_API, Notation.yaml(contracts.asyncApi()));
        return files;
    }

    /** The files that exist in the places of made ones. */
    public Map<String, String> committed() {
        var files = new TreeMap<>(docs.all());
        files.keySet()
                .removeIf(name ->
                        !name.equals(ASYNC_API)
                                && (!name.startsWith(CURRENT)
                                        || name.startsWith(PUBLISHED)
                                        || name.equals(DELIBERATE)));
        return files;
    }

    /** The published schema; empty if there is none yet. */
    public Optional<JsonNode> published(String name) {
        return docs.read(PUBLISHED + name + SUFFIX).map(Notation::parsed);
    }

    public List<String> published() {
        return docs.all().keySet().stream()
                .filter(name -> name.startsWith(PUBLISHED))
                .map(name -> name.substring(PUBLISHED.length(), name.length() - SUFFIX.length()))
                .toList();
    }

    public List<DeliberateBreak> deliberate() {
        return docs.read(DELIBERATE).map(DeliberateBreak::listed).orElseGet(List::of);
    }

    /** Writes the files that the code makes, and deletes others in their places. */
    public void write(Contracts contracts) {
        var made = made(contracts);
        committed().keySet().stream().filter(name -> !made.containsKey(name)).forEach(docs::delete);
        made.forEach(docs::write);
    }

    /** Publishes the current schemas, and deletes the list of deliberate breaks. */
    public void publish(Contracts contracts) {
        published().forEach(name -> docs.delete(PUBLISHED + name + SUFFIX));
        for (var schema : contracts.schemas()) {
            docs.write(PUBLISHED + schema.name() + SUFFIX, Notation.json(schema.json()));
        }
        if (!deliberate().isEmpty()) {
            docs.delete(DELIBERATE);
        }
    }
}
