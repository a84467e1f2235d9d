package io.orderloom.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A small order in a file that a person changes and sends, so that the first order of one's own
 * needs no knowledge of a shop's format.
 *
 * @param file the webhook's body
 */
record OwnOrder(Path file) {

    /**
     * Writes the order into a directory; a file that is there, and may have been changed, stays.
     */
    static OwnOrder in(Path directory, Instant now) {
        var file = directory.resolve("own-order.json");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, text(now));
            }
        } catch (IOException full) {
            throw new UncheckedIOException("can't write " + file, full);
        }
        return new OwnOrder(file);
    }

    /** The id is one that no order of the demo shop has: theirs are a hundred times larger. */
    private static String text(Instant now) throws IOException {
        try (var template = OwnOrder.class.getResourceAsStream("own-order.json")) {
            if (template == null) {
                throw new IOException("own-order.json is not in the package");
            }
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"id\": 0", "\"id\": " + now.toEpochMilli())
                    .replace("\"now\"", "\"%s\"".formatted(now.truncatedTo(ChronoUnit.SECONDS)));
        }
    }

    /** The command that signs the file as it is then, and sends it; for a shell, to be copied. */
    List<String> command(URI webhooks, String domain, String secret) {
        var quoted = "'" + file.toString().replace("'", "'\\''") + "'";
        return List.of(
                "curl -sSi %s \\".formatted(webhooks),
                "  -H 'content-type: application/json' -H 'x-shopify-topic: orders/create' \\",
                "  -H 'x-shopify-shop-domain: %s' \\".formatted(domain),
                "  -H \"x-shopify-hmac-sha256: $(openssl dgst -sha256 -hmac '%s' -binary < %s | base64)\" \\"
                        .formatted(secret, quoted),
                "  --data-binary @%s".formatted(quoted));
    }
}
