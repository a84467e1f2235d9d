package io.orderloom.connector.shopify;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.orderloom.card.CardNumbers;
import io.orderloom.connector.kit.json.StrictJson;
import io.orderloom.source.Payload;
import io.orderloom.source.WebhookSource.CardFree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Masks payment card numbers that a buyer or a clerk wrote into free text. Fields that hold the
 * number of a thing are left alone: one in some hundreds of parcel or order numbers looks like a
 * card number.
 */
final class ShopifyCards {
    private static final Set<String> NUMBERS_OF_THINGS =
            Set.of(
                    "id",
                    "number",
                    "order_number",
                    "confirmation_number",
                    "tracking_number",
                    "tracking_numbers",
                    "sku",
                    "barcode",
                    "harmonized_system_code",
                    "authorization",
                    "source_identifier",
                    "checksum",
                    "src",
                    "legacyResourceId");

    private static final List<String> ENDINGS = List.of("_id", "_ids", "token", "_url", "_urls");

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z_]{1,40}[0-9]?");

    private final List<String> places = new ArrayList<>();

    private ShopifyCards() {}

    static CardFree masked(Payload webhook) {
        var body = webhook.bytes();
        try {
            if (!StrictJson.holds(body, CardNumbers::isIn)) {
                return new CardFree(webhook, List.of());
            }
            var cards = new ShopifyCards();
            var free = cards.free(StrictJson.tree(body), "", "").toString().getBytes(UTF_8);
            return cards.places.isEmpty()
                    ? new CardFree(webhook, List.of())
                    : new CardFree(
                            Payload.of(webhook.headers(), free, webhook.receivedAt()),
                            cards.places);
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    /**
     * @param name the name of the field that the value is in
     */
    private JsonNode free(JsonNode value, String name, String place) {
        return switch (value) {
            case ObjectNode object -> free(object, place);
            case ArrayNode array -> free(array, name, place);
            default -> isNumberOfThing(name, value) ? value : freeText(value, place);
        };
    }

    private JsonNode free(ObjectNode object, String place) {
        var free = JsonNodeFactory.instance.objectNode();
        for (var field : object.properties()) {
            var name = field.getKey();
            var at = place.isEmpty() ? shown(name) : place + "." + shown(name);
            free.set(masked(name, at), free(field.getValue(), name, at));
        }
        return free;
    }

    private JsonNode free(ArrayNode array, String name, String place) {
        var free = JsonNodeFactory.instance.arrayNode(array.size());
        for (int i = 0; i < array.size(); i++) {
            free.add(free(array.get(i), name, "%s[%d]".formatted(place, i)));
        }
        return free;
    }

    /**
     * A JSON number is masked, too, if it looks like a card number and its field is not for a
     * thing's number.
     */
    private JsonNode freeText(JsonNode value, String place) {
        if (!value.isTextual() && !value.isIntegralNumber()) {
            return value;
        }
        var text = value.asText();
        var masked = masked(text, place);
        return masked.equals(text) ? value : TextNode.valueOf(masked);
    }

    private String masked(String text, String place) {
        var masked = CardNumbers.masked(text);
        if (!masked.equals(text)) {
            places.add(place);
        }
        return masked;
    }

    private static boolean isNumberOfThing(String name, JsonNode value) {
        return NUMBERS_OF_THINGS.contains(name)
                || ENDINGS.stream().anyMatch(name::endsWith)
                || value.asText().startsWith("gid://");
    }

    /** The name of an unusual field may be a person's text and is not repeated. */
    private static String shown(String name) {
        return HARMLESS.matcher(name).matches() ? name : "…";
    }
}
