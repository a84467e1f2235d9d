package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the settings of a stage say that its secrets have to fit.
 *
 * @param channels the channel instances
 * @param erp the kind of ERP
 */
record StageFile(Set<String> channels, String erp) {
    /** What the functions take where nothing is said. */
    private static final String DEFAULT_ERP = "sandbox";

    /** {@code context.defaults} with {@code context.stages.<stage>} laid over it. */
    static StageFile read(Path file, String stage) {
        try {
            return of(Json.read(Files.readString(file), JsonNode.class), stage);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new WrongUse(
                    "SETTINGS: %s can't be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    static StageFile of(JsonNode file, String stage) {
        var context = file.path("context");
        var merged =
                Stream.of(context.path("defaults"), context.path("stages").path(stage))
                        .flatMap(JsonNode::propertyStream)
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (_, ofStage) -> ofStage));
        var channels = new TreeSet<String>();
        if (merged.containsKey("channels")) {
            merged.get("channels").propertyStream().forEach(one -> channels.add(one.getKey()));
        }
        var erp =
                merged.containsKey("environment")
                        ? merged.get("environment").path("ORDERLOOM_ERP").asText(DEFAULT_ERP)
                        : DEFAULT_ERP;
        return new StageFile(channels, erp);
    }
}
