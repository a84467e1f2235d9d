package io.orderloom.source;

import io.orderloom.order.Tenancy;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One shop, account or warehouse, as configured.
 *
 * @param name the last part of its webhooks' path; the ids of a channel's orders begin with it
 * @param connector which source reads it, for example {@code shopify}
 * @param role decides about which things it may state facts
 * @param tenancy the tenant, brand and company that it belongs to
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

    /**
     * An instance without a tenancy, without settings of its connector, and bound to no account.
     */
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

    /** The address of the system's API, and the token for it. */
    public record Api(String url, String token) {
        @Override
        public String toString() {
            return url;
        }
    }
}
