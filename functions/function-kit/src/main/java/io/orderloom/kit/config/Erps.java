package io.orderloom.kit.config;

import io.orderloom.core.PostingProfile;
import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import io.orderloom.erp.InvalidErpSettings;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.ErpVariables;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** The ERP instances of the deployment. Each is opened by its connector on its first use. */
@ApplicationScoped
public class Erps {
    private final LiveSettings settings;
    private final Instance<ErpConnector> connectors;
    private final Metrics metrics;
    private final ErpNames names;
    private final Map<String, Erp> opened = new ConcurrentHashMap<>();

    Erps(Config config, @Any Instance<ErpConnector> connectors, Metrics metrics) {
        this.settings = new LiveSettings(config);
        this.connectors = connectors;
        this.metrics = metrics;
        this.names = ErpNames.of(config);
    }

    public Set<String> names() {
        return new TreeSet<>(names.connectors().keySet());
    }

    /** The instance that books an order, or would if it were configured. */
    public Optional<String> find(PostingProfile profile) {
        return profile.erp().or(names::byDefault);
    }

    /**
     * @throws OutOfForce if the order was placed before instances had names, and none is the
     *     default
     */
    public String name(PostingProfile profile) {
        return find(profile)
                .orElseThrow(() ->
                        new OutOfForce(
                                "the order names no ERP, and %s names none of %s as the default"
                                        .formatted(ErpVariables.CHOICE, names)));
    }

    /**
     * The name of the instance's connector.
     *
     * @throws OutOfForce if there is no such instance
     */
    public String connectorName(String name) {
        return Optional.ofNullable(names.connectors().get(name))
                .orElseThrow(() ->
                        outOfForce(name, "is not configured, but has orders; there are " + names));
    }

    /**
     * @throws OutOfForce if its settings can't be used; they are read again with the next call
     */
    public Erp erp(String name) {
        return opened.computeIfAbsent(name, this::open);
    }

    /** Whether the order's ERP can do something. One that is not configured can do nothing. */
    public boolean can(PostingProfile profile, ErpCapability capability) {
        return find(profile)
                .flatMap(name -> Optional.ofNullable(names.connectors().get(name)))
                .flatMap(this::connector)
                .filter(connector -> connector.capabilities().contains(capability))
                .isPresent();
    }

    private Erp open(String name) {
        var type = connectorName(name);
        var connector =
                connector(type)
                        .orElseThrow(() ->
                                outOfForce(
                                        name,
                                        "type names no connector that this function was built with; there are "
                                                + connectors.stream()
                                                        .map(ErpConnector::name)
                                                        .sorted()
                                                        .collect(Collectors.joining(", "))));
        try {
            return connector.open(new ErpInstance(name, setting -> setting(name, setting)));
        } catch (InvalidErpSettings flawed) {
            throw outOfForce(name, String.valueOf(flawed.getMessage()));
        }
    }

    private Optional<ErpConnector> connector(String type) {
        return connectors.stream().filter(connector -> connector.name().equals(type)).findFirst();
    }

    private Optional<String> setting(String name, String setting) {
        var property = "erp.%s.%s".formatted(name, ErpVariables.hyphened(setting));
        return settings.text(property);
    }

    private OutOfForce outOfForce(String name, String flaw) {
        metrics.add(Metric.SETTINGS_OUT_OF_FORCE, name, 1);
        return new OutOfForce("ERP '%s': %s".formatted(name, flaw));
    }
}
