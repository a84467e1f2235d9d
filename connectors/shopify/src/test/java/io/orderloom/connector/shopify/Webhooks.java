package io.orderloom.connector.shopify;

import io.orderloom.reference.References;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The demo shop and its webhooks. */
final class Webhooks {
    static final Instant NOW = Instant.parse("2026-11-02T15:04:07Z");
    static final String CORRELATION = "7d1f0c1e";
    static final SourceInstance SHOP =
            SourceInstance.of(
                    "demo-shop",
                    "shopify",
                    SystemRole.COMMERCE,
                    List.of("new-secret", "old-secret"),
                    ZoneId.of("America/New_York"),
                    Optional.empty());

    private Webhooks() {}

    static Payload of(String topic, byte[] body) {
        return Payload.of(Map.of("x-shopify-topic", topic), body, NOW);
    }

    static Translation translate(String topic, byte[] body) {
        return new ShopifySource().translate(SHOP, of(topic, body), References.none(), CORRELATION);
    }
}
