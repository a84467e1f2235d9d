package io.orderloom.kit.config;

import io.orderloom.kit.setting.SettingJson;
import io.orderloom.topology.ErpVariables;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * The configured ERP instances, from {@code ORDERLOOM_ERPS}: a JSON object by instance name of
 * {@code type}, the connector. {@code ORDERLOOM_ERP} names the default one; if that is not among
 * them, it is an instance that is named as its connector, as in a deployment with one ERP.
 *
 * @param connectors the connectors' names by instance
 * @param byDefault the instance of orders whose channel instance names none; empty if there are
 *     several and none is the default
 */
record ErpNames(Map<String, String> connectors, Optional<String> byDefault) {
    private static final Logger LOG = Logger.getLogger(ErpNames.class);

    /** No two such names have the same variables. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    ErpNames {
        connectors = Map.copyOf(connectors);
    }

    /**
     * @throws IllegalStateException if the setting is no JSON object
     */
    static ErpNames of(Config config) {
        var chosen =
                config.getOptionalValue("orderloom.erp", String.class).filter(s -> !s.isBlank());
        var all =
                ErpVariables.instances(
                        chosen,
                        several(
                                config.getOptionalValue("orderloom.erps", String.class)
                                        .orElse("{}")));
        return new ErpNames(all, ErpVariables.byDefault(chosen, all));
    }

    private static Map<String, String> several(String json) {
        try {
            var all = new TreeMap<String, String>();
            SettingJson.object(json)
                    .forEach((name, entry) -> {
                        if (NAME.matcher(name).matches()) {
                            all.put(name, entry.path("type").asText());
                        } else {
                            LOG.errorf(
                                    "%s: '%s' is ignored, because a name has only small letters, digits"
                                            + " and single hyphens",
                                    ErpVariables.INSTANCES, name);
                        }
                    });
            return all;
        } catch (IllegalArgumentException _) {
            throw new IllegalStateException(
                    ErpVariables.INSTANCES + " is no JSON object; correct it");
        }
    }

    /**
     * The instance that books the orders of a channel instance.
     *
     * @param named the one that its entry names
     * @throws ChannelEntry.Unusable if it names one that is not there, or none where there is no
     *     default
     */
    String routed(Optional<String> named) {
        var routed = named.or(() -> byDefault);
        return routed.filter(connectors::containsKey)
                .orElseThrow(() ->
                        new ChannelEntry.Unusable(
                                routed.isPresent()
                                        ? "erp is not one of those in %s: %s"
                                                .formatted(ErpVariables.INSTANCES, this)
                                        : "erp is missing; name one of " + this));
    }

    @Override
    public String toString() {
        return String.join(", ", new TreeSet<>(connectors.keySet()));
    }
}
