package io.orderloom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A channel instance as the functions are told of it.
 *
 * @param instance the last part of the webhook's path
 * @param type for example {@code shopify}
 * @param secrets that sign its webhooks; two while they rotate
 * @param api where the channel itself is called, if it can be
 * @param shop the one whose webhooks alone are taken, if it is bound to one
 */
public record ChannelOption(
        String instance,
        String type,
        List<String> secrets,
        Optional<Api> api,
        Optional<String> shop) {

    /** Bound to no shop. */
    public ChannelOption(String instance, String type, List<String> secrets, Optional<Api> api) {
        this(instance, type, secrets, api, Optional.empty());
    }

    /** The channel's own API and what to bear there. */
    public record Api(URI url, String token) {
        JsonNode toJson() {
            return Json.object().put("url", url.toString()).put("token", token);
        }
    }
}
