package io.orderloom.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * A record in the OSV project's format.
 *
 * @param withdrawn whether it was withdrawn because it is no vulnerability
 */
record OsvRecord(Advisory advisory, Instant modified, boolean withdrawn) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ECOSYSTEM = "Maven";

    /** No version, but OSV's sign for the time before the first version. */
    private static final String START = "0";

    static OsvRecord of(byte[] json) throws IOException {
        var node = JSON.readTree(json);
        if (node.path("id").asText().isEmpty() || node.path("modified").asText().isEmpty()) {
            throw new IOException("an OSV record has an id and says when it was modified");
        }
        var advisory =
                new Advisory(
                        node.path("id").asText(),
                        node.path("summary").asText(),
                        each(node.path("affected"))
                                .filter(OsvRecord::ofMaven)
                                .map(OsvRecord::affected)
                                .toList());
        return new OsvRecord(
                advisory, Instant.parse(node.path("modified").asText()), node.has("withdrawn"));
    }

    private static boolean ofMaven(JsonNode affected) {
        // A colon and a registry follow where it is not Maven Central.
        return affected.path("package")
                .path("ecosystem")
                .asText()
                .split(":", 2)[0]
                .equals(ECOSYSTEM);
    }

    private static Advisory.Affected affected(JsonNode node) {
        var versions = new HashSet<String>();
        node.path("versions").forEach(version -> versions.add(version.asText()));
        return new Advisory.Affected(
                node.path("package").path("name").asText(),
                Set.copyOf(versions),
                each(node.path("ranges"))
                        .filter(range -> !range.path("type").asText().equals("GIT"))
                        .map(OsvRecord::range)
                        .toList());
    }

    private static AffectedRange range(JsonNode node) {
        boolean fromTheStart = false;
        List<AffectedRange.Event> events = new ArrayList<>();
        for (var event : node.path("events")) {
            if (event.has("introduced")) {
                if (event.path("introduced").asText().equals(START)) {
                    fromTheStart = true;
                } else {
                    events.add(new AffectedRange.Introduced(version(event.path("introduced"))));
                }
            } else if (event.has("fixed")) {
                events.add(new AffectedRange.Fixed(version(event.path("fixed"))));
            } else if (event.has("last_affected")) {
                events.add(new AffectedRange.LastAffected(version(event.path("last_affected"))));
            }
        }
        return new AffectedRange(fromTheStart, events);
    }

    private static ComparableVersion version(JsonNode node) {
        return new ComparableVersion(node.asText());
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
