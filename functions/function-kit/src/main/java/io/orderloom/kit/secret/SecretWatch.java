package io.orderloom.kit.secret;

import io.orderloom.topology.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** What is measured of the function's secrets: their ages, and whether they can be used. */
@ApplicationScoped
public class SecretWatch {
    private final Config config;

    public SecretWatch(Config config) {
        this.config = config;
    }

    /** How long each secret of the function has had its value; none where there is no store. */
    public Map<Secret, Duration> ages() {
        return store().map(SecretsConfigSource::ages).orElseGet(Map::of);
    }

    /** Those of which something can't be used. */
    public Set<Secret> flawed() {
        return store().map(SecretsConfigSource::flawed).orElseGet(Set::of);
    }

    private Optional<SecretsConfigSource> store() {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(SecretsConfigSource.class::isInstance)
                .map(SecretsConfigSource.class::cast)
                .findFirst();
    }
}
