package io.orderloom.kit.secret;

import io.orderloom.topology.Secret;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Found by its entry in {@code META-INF/services}. In a build, no variable names a secret. */
public final class SecretsConfigSourceFactory implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var names = names(Optional.ofNullable(context.getValue(Secret.VARIABLE).getValue()));
        if (names.isEmpty()) {
            return List.of();
        }
        var manager = SecretsManager.ofEnvironment();
        return List.of(
                new SecretsConfigSource(
                        new SecretSettings(
                                before -> manager.read(names, before), InstantSource.system())));
    }

    private static List<String> names(Optional<String> variable) {
        return variable.stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
