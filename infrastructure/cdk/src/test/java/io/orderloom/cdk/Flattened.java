package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A template as sorted lines, one for each value, so that a change shows as the lines that it
 * changed. Hashes of packages and versions are left out, because they change with every build.
 */
final class Flattened {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PACKAGE = Pattern.compile("[0-9a-f]{64}\\.zip");
    private static final Pattern VERSION =
            Pattern.compile("(CurrentVersion)[0-9A-F]{8}[0-9a-f]{32}");

    private Flattened() {}

    static List<String> lines(Path template) throws IOException {
        var lines = new ArrayList<String>();
        flatten("", JSON.readTree(Files.readString(template)).path("Resources"), lines);
        return lines.stream()
                .map(line -> PACKAGE.matcher(line).replaceAll("<package>.zip"))
                .map(line -> VERSION.matcher(line).replaceAll("$1<hash>"))
                .sorted()
                .toList();
    }

    private static void flatten(String path, JsonNode node, List<String> lines) {
        if (node.isObject() && !node.isEmpty()) {
            node.propertyStream()
                    .forEach(entry ->
                            flatten(
                                    path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(),
                                    entry.getValue(),
                                    lines));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                flatten("%s[%d]".formatted(path, i), node.get(i), lines);
            }
        } else {
            lines.add("%s = %s".formatted(path, node));
        }
    }
}
