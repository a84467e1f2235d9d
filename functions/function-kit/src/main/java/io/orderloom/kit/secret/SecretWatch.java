package io.orderloom.kit.secret;

import io.orderloom.topology.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Measures the function's secrets: how old they are, and whether they can be used. */
@ApplicationScoped
public class SecretWatch {
    private final Config config;

    public SecretWatch(Config config) {
        this.config = config;
    }

    /** How long ago each secret of the function was last changed; empty where there is no store. */
    public Map<Secret, Duration> ages() {
        return store().map(SecretsConfigSource::ages).orElseGet(Map::of);
    }

    /** The secrets of which some part can't be used. */
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
