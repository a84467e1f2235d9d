package io.orderloom.embedded;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.topology.Function;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A channel instance in the functions' settings.
 *
 * @param instance the last part of the webhook's path
 * @param type for example {@code shopify}
 * @param secrets that sign its webhooks; two while they rotate
 * @param api the channel's own API, if it has one
 * @param shop the only shop whose webhooks are accepted, if the instance is bound to one
 * @param role if it is not the connector's usual one
 * @param readers the functions that know the instance; each has to be packaged with its connector
 */
public record ChannelOption(
        String instance,
        String type,
        List<String> secrets,
        Optional<Api> api,
        Optional<String> shop,
        Optional<String> role,
        Set<Function> readers) {

    public ChannelOption {
        secrets = List.copyOf(secrets);
        readers = Set.copyOf(readers);
    }

    /** A channel instance that every function knows. */
    public ChannelOption(
            String instance,
            String type,
            List<String> secrets,
            Optional<Api> api,
            Optional<String> shop) {
        this(instance, type, secrets, api, shop, Optional.empty(), EnumSet.allOf(Function.class));
    }

    /** A channel instance that is bound to no shop. */
    public ChannelOption(String instance, String type, List<String> secrets, Optional<Api> api) {
        this(instance, type, secrets, api, Optional.empty());
    }

    /** The channel's own API and the token for it. */
    public record Api(URI url, String token) {
        JsonNode toJson() {
            return StackJson.object().put("url", url.toString()).put("token", token);
        }
    }
}
