package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the settings of a stage say that its secrets have to fit.
 *
 * @param channels the channel instances
 * @param erp the kind of ERP
 * @param shops of the channel instances that are Shopify's and bound to one
 */
record StageFile(Set<String> channels, String erp, Map<String, String> shops) {
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
        var shops = new TreeMap<String, String>();
        if (merged.containsKey("channels")) {
            merged.get("channels")
                    .propertyStream()
                    .forEach(one -> {
                        channels.add(one.getKey());
                        if (one.getValue().path("type").asText().equals("shopify")) {
                            shops.put(one.getKey(), one.getValue().path("shop").asText());
                        }
                    });
        }
        var erp =
                merged.containsKey("environment")
                        ? merged.get("environment").path("ORDERLOOM_ERP").asText(DEFAULT_ERP)
                        : DEFAULT_ERP;
        return new StageFile(channels, erp, shops);
    }

    /** The first of those that a test order can be sent to. */
    String aShopifyChannel() {
        return shops.keySet().stream()
                .findFirst()
                .orElseThrow(() ->
                        new WrongUse(
                                "No channel instance of the stage is Shopify's, so no test order can be sent"));
    }

    /** What the instance is bound to; empty where it takes the webhooks of any. */
    String shop(String instance) {
        var shop = shops.get(instance);
        if (shop == null) {
            throw new WrongUse(
                    "CHANNEL: '%s' is no channel instance of Shopify's; there are %s"
                            .formatted(instance, shops.keySet()));
        }
        return shop;
    }
}
