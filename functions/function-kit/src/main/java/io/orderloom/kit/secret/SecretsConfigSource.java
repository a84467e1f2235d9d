package io.orderloom.kit.secret;

import io.orderloom.kit.setting.ChangingSource;
import io.orderloom.topology.Secret;
import io.smallrye.config.EnvConfigSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the secret settings a source of configuration. Their names are those of environment
 * variables and are mapped to properties in the same way: {@code ERP_ODOO_API_KEY} is {@code
 * erp.odoo.api-key}.
 */
final class SecretsConfigSource implements ChangingSource {
    /**
     * Above application.properties (250) and below the environment (300), which can override a
     * secret.
     */
    static final int ORDINAL = 275;

    private final SecretSettings settings;
    private Map<String, String> seen = Map.of();
    private EnvConfigSource named = new EnvConfigSource(Map.of(), ORDINAL);

    SecretsConfigSource(SecretSettings settings) {
        this.settings = settings;
    }

    @Override
    public String getName() {
        return "AWS Secrets Manager";
    }

    @Override
    public Object version() {
        return settings.current();
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }

    @Override
    public Set<String> getPropertyNames() {
        return current().getPropertyNames();
    }

    @Override
    public @Nullable String getValue(String property) {
        return current().getValue(property);
    }

    Map<Secret, Duration> ages() {
        return settings.ages();
    }

    Set<Secret> flawed() {
        return settings.flawed();
    }

    private synchronized EnvConfigSource current() {
        var now = settings.current();
        if (!now.equals(seen)) {
            seen = now;
            named = new EnvConfigSource(now, ORDINAL);
        }
        return named;
    }
}
