package io.orderloom.kit.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.card.CardNumbers;
import io.orderloom.kit.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.BiConsumer;

/**
 * Finds payment card numbers in stored data, however it is packed: JSON in JSON, gzip, or gzip as
 * Base64.
 *
 * @param found takes the place and the last four digits
 */
record CardTexts(BiConsumer<String, String> found) {
    /** The first characters of gzip as Base64. */
    private static final String GZIP_BASE_64 = "H4sI";

    /** Scans bytes as Orderloom's items hold them. */
    void packed(byte[] bytes, String place) {
        if (isGzip(bytes)) {
            text(utf8(Gzip.unpack(bytes)), place);
        } else {
            text(utf8(Items.unpacked(bytes)), place);
        }
    }

    void text(String text, String place) {
        if (text.startsWith(GZIP_BASE_64)) {
            text(utf8(Gzip.unpack(Base64.getDecoder().decode(text))), place);
        } else if (text.startsWith("{") || text.startsWith("[")) {
            json(text, place);
        } else {
            plain(text, place);
        }
    }

    private void plain(String text, String place) {
        CardNumbers.lastFour(text).forEach(last -> found.accept(place, last));
    }

    /** Scans a text that may be JSON. If it is not valid JSON, it is scanned as a text. */
    private void json(String text, String place) {
        JsonNode tree;
        try {
            tree = Json.read(text, JsonNode.class);
        } catch (IllegalArgumentException _) {
            plain(text, place);
            return;
        }
        node(tree, place);
    }

    private void node(JsonNode node, String place) {
        if (node.isObject()) {
            for (var field : node.properties()) {
                plain(field.getKey(), place + ".…");
                node(field.getValue(), place + "." + CardNumbers.masked(field.getKey()));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                node(node.get(i), "%s[%d]".formatted(place, i));
            }
        } else if (node.isTextual()) {
            text(node.textValue(), place);
        } else if (node.isIntegralNumber()) {
            plain(node.asText(), place);
        }
    }

    private static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
