package io.orderloom.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.orderloom.kit.json.Json;
import io.orderloom.subscriber.Subscriber;
import io.orderloom.topology.ErpVariables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The settings of a stage that its secrets have to fit.
 *
 * @param place the file of the settings
 * @param channels the channel instances
 * @param erps the connectors of the ERPs, by instance
 * @param shops by channel instance of Shopify, the shop that it is bound to; blank for none
 * @param erpSettings the settings of the ERPs and the stage's environment, by the names of their
 *     variables
 * @param subscribers the subscribers' addresses, by name; blank for a kind that has none
 * @param webhooks the names of those subscribers whose events are signed
 */
record StageFile(
        String place,
        Set<String> channels,
        Map<String, String> erps,
        Map<String, String> shops,
        Map<String, String> erpSettings,
        Map<String, String> subscribers,
        Set<String> webhooks) {
    private static final String DEFAULTS = "infrastructure/cdk/cdk.json";
    private static final String DIRECTORY = "infrastructure/stages";
    private static final String TYPE = "type";

    /**
     * Reads the file in the project's root.
     *
     * @param named another file of the stage, or another {@code cdk.json}
     */
    static StageFile read(Optional<String> named, String stage) {
        var usual = "%s/%s.json".formatted(DIRECTORY, stage);
        var file = named.orElse(usual);
        var json = named.map(StageFile::json).orElseGet(() -> usual(stage, usual));
        if (!json.has("context")) {
            return of(file, json(DEFAULTS).path("context").path("defaults"), json);
        }
        // The earlier form with all stages in one file; a stage that it leaves out has a file of
        // its own.
        var own = json.path("context").path("stages").path(stage);
        return own.isMissingNode()
                ? of(usual, json.path("context").path("defaults"), usual(stage, usual))
                : of(file, json.path("context").path("defaults"), own);
    }

    private static JsonNode usual(String stage, String file) {
        if (!Files.exists(Path.of(file))) {
            throw new UsageException(
                    "STAGE=%s: there is no %s. Write one, which make deploy needs too, or name a file: SETTINGS=FILE"
                            .formatted(stage, file));
        }
        return json(file);
    }

    private static JsonNode json(String file) {
        try {
            return Json.read(Files.readString(Path.of(file)), JsonNode.class);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UsageException(
                    "SETTINGS: %s can't be read: %s".formatted(file, unreadable.getMessage()));
        }
    }

    /** The stage's own settings, with the defaults for the parameters that it leaves out. */
    static StageFile of(String place, JsonNode defaults, JsonNode own) {
        var channels = new TreeSet<String>();
        var shops = new TreeMap<String, String>();
        said(defaults, own, "channels")
                .propertyStream()
                .forEach(one -> {
                    channels.add(one.getKey());
                    if (one.getValue().path(TYPE).asText().equals("shopify")) {
                        shops.put(one.getKey(), one.getValue().path("shop").asText());
                    }
                });
        var subscribers = new TreeMap<String, String>();
        var webhooks = new TreeSet<String>();
        for (var one : said(defaults, own, "subscribers")) {
            subscribers.put(one.path("name").asText(), one.path("url").asText());
            if (isWebhook(one)) {
                webhooks.add(one.path("name").asText());
            }
        }
        var erps = said(defaults, own, "erps");
        var variables = erps(said(defaults, own, "erp"), erps, said(defaults, own, "environment"));
        var types = new TreeMap<String, String>();
        erps.propertyStream()
                .forEach(one -> types.put(one.getKey(), one.getValue().path(TYPE).asText()));
        var connectors =
                ErpVariables.instances(
                        Optional.ofNullable(variables.get(ErpVariables.CHOICE)), types);
        return new StageFile(place, channels, connectors, shops, variables, subscribers, webhooks);
    }

    static boolean isWebhook(JsonNode subscriber) {
        return subscriber.path("kind").asText(Subscriber.WEBHOOK).equals(Subscriber.WEBHOOK);
    }

    private static JsonNode said(JsonNode defaults, JsonNode own, String parameter) {
        return Optional.ofNullable(own.get(parameter))
                .or(() -> Optional.ofNullable(defaults.get(parameter)))
                .orElseGet(MissingNode::getInstance);
    }

    private static Map<String, String> erps(JsonNode erp, JsonNode erps, JsonNode environment) {
        var variables = new TreeMap<String, String>();
        environment
                .propertyStream()
                .forEach(one -> variables.put(one.getKey(), one.getValue().asText()));
        if (erp.has(TYPE)) {
            variables.put(ErpVariables.CHOICE, erp.path(TYPE).asText());
            settings(erp.path(TYPE).asText(), erp, variables);
        }
        erps.propertyStream().forEach(one -> settings(one.getKey(), one.getValue(), variables));
        return variables;
    }

    private static void settings(String name, JsonNode erp, Map<String, String> variables) {
        erp.propertyStream()
                .filter(one -> !one.getKey().equals(TYPE))
                .forEach(one ->
                        variables.put(
                                ErpVariables.of(name, one.getKey()), one.getValue().asText()));
    }

    /** The first channel instance to which a test order can be sent. */
    String aShopifyChannel() {
        return shops.keySet().stream()
                .findFirst()
                .orElseThrow(() ->
                        new UsageException(
                                "No channel instance of the stage is a Shopify shop, so no test order can be sent. Add one to its settings"));
    }

    /** The shop that the instance is bound to; empty if it accepts the webhooks of any. */
    String shop(String instance) {
        var shop = shops.get(instance);
        if (shop == null) {
            throw new UsageException(
                    "CHANNEL: '%s' is no channel instance of a Shopify shop; there are %s"
                            .formatted(instance, shops.keySet()));
        }
        return shop;
    }

    /** The names that are no subscribers of the stage. */
    Collection<String> notSubscribers(Collection<String> names) {
        return names.stream().filter(name -> !subscribers.containsKey(name)).toList();
    }
}
