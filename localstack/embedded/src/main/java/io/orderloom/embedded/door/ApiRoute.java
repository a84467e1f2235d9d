package io.orderloom.embedded.door;

import io.orderloom.topology.Function;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One route of the HTTP API.
 *
 * @param key as API Gateway writes it, for example {@code POST /webhooks/{channelInstance}}
 */
record ApiRoute(String key, Function function) {

    /** The path's parameters; empty when method or path differ. */
    Optional<Map<String, String>> match(String method, String rawPath) {
        var space = key.indexOf(' ');
        if (!key.substring(0, space).equals(method)) {
            return Optional.empty();
        }
        var template = key.substring(space + 1).split("/", -1);
        var path = rawPath.split("/", -1);
        if (template.length != path.length) {
            return Optional.empty();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (int i = 0; i < template.length; i++) {
            if (template[i].startsWith("{") && !path[i].isEmpty()) {
                var name = template[i].substring(1, template[i].length() - 1);
                parameters.put(name, URLDecoder.decode(path[i], StandardCharsets.UTF_8));
            } else if (!template[i].equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
