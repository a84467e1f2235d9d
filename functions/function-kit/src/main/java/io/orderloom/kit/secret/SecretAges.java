package io.orderloom.kit.secret;

import io.orderloom.topology.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** For {@link io.orderloom.topology.Metric#SECRET_AGE}. */
@ApplicationScoped
public class SecretAges {
    private final Config config;

    public SecretAges(Config config) {
        this.config = config;
    }

    /** How long each secret of the function has had its value; none where there is no store. */
    public Map<Secret, Duration> now() {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(SecretsConfigSource.class::isInstance)
                .map(SecretsConfigSource.class::cast)
                .findFirst()
                .map(SecretsConfigSource::ages)
                .orElseGet(Map::of);
    }
}
