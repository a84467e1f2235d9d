package io.orderloom.source;

import io.orderloom.order.Tenancy;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One shop, account or warehouse, as configured.
 *
 * @param name is in its webhooks' path; that of a channel begins its orders' ids
 * @param connector which source reads it, for example {@code shopify}
 * @param role what it may state facts about
 * @param tenancy whose it is
 * @param secrets active signing secrets; two while one is being rotated
 * @param sellingZone the time zone in which the shop's days begin and end
 * @param account the system's own name for the shop or account; where it is given, payloads of any
 *     other are refused
 * @param settings that only its connector knows, by name; none of them is secret
 */
public record SourceInstance(
        String name,
        String connector,
        SystemRole role,
        Tenancy tenancy,
        List<String> secrets,
        ZoneId sellingZone,
        Optional<Api> api,
        Optional<String> account,
        Map<String, String> settings) {

    public SourceInstance {
        secrets = List.copyOf(secrets);
        settings = Map.copyOf(settings);
    }

    /** A shop of nobody in particular, bound to no account. */
    public static SourceInstance of(
            String name,
            String connector,
            SystemRole role,
            List<String> secrets,
            ZoneId sellingZone,
            Optional<Api> api) {
        return new SourceInstance(
                name,
                connector,
                role,
                Tenancy.NONE,
                secrets,
                sellingZone,
                api,
                Optional.empty(),
                Map.of());
    }

    /** Leaves out the secrets, so that they stay out of logs. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(name, connector);
    }

    /** How to call the system. */
    public record Api(String url, String token) {
        @Override
        public String toString() {
            return url;
        }
    }
}
