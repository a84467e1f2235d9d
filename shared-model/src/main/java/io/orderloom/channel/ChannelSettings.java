package io.orderloom.channel;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One shop or account, as configured.
 *
 * @param instance its name, which is in the webhook's path and begins its orders' ids
 * @param platform which adapter reads it, for example {@code shopify}
 * @param secrets active signing secrets; two while one is being rotated
 * @param sellingZone the time zone in which the shop's days begin and end
 * @param shop the platform's name for the shop; where it is given, webhooks of any other shop are
 *     refused
 */
public record ChannelSettings(
        String instance,
        String platform,
        List<String> secrets,
        ZoneId sellingZone,
        Optional<Api> api,
        Optional<String> shop) {

    public ChannelSettings {
        secrets = List.copyOf(secrets);
    }

    /** Settings that are bound to no shop. */
    public ChannelSettings(
            String instance,
            String platform,
            List<String> secrets,
            ZoneId sellingZone,
            Optional<Api> api) {
        this(instance, platform, secrets, sellingZone, api, Optional.empty());
    }

    /** Leaves out the secrets, so that they stay out of logs. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(instance, platform);
    }

    /** How to call the channel back. */
    public record Api(String url, String token) {
        @Override
        public String toString() {
            return url;
        }
    }
}
