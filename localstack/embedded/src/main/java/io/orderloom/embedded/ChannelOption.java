package io.orderloom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A channel instance in the functions' settings.
 *
 * @param instance the last part of the webhook's path
 * @param type for example {@code shopify}
 * @param secrets that sign its webhooks; two while they rotate
 * @param api the channel's own API, if it has one
 * @param shop the only shop whose webhooks are accepted, if the instance is bound to one
 */
public record ChannelOption(
        String instance,
        String type,
        List<String> secrets,
        Optional<Api> api,
        Optional<String> shop) {

    /** A channel instance that is bound to no shop. */
    public ChannelOption(String instance, String type, List<String> secrets, Optional<Api> api) {
        this(instance, type, secrets, api, Optional.empty());
    }

    /** The channel's own API and the token for it. */
    public record Api(URI url, String token) {
        JsonNode toJson() {
            return Json.object().put("url", url.toString()).put("token", token);
        }
    }
}
