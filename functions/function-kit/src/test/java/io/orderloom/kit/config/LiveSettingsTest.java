package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LiveSettingsTest {
    private final Map<String, String> changeable = new ConcurrentHashMap<>();
    private final Counting fixed = new Counting();

    @Test
    void a_text_is_resolved_once_for_all_looks_between_two_changes() {
        var settings = settings();

        assertThat(settings.text("place")).contains("shelf");
        int resolved = fixed.asked;
        assertThat(settings.text("place")).contains("shelf");
        assertThat(settings.text("missing")).isEmpty();
        int all = fixed.asked;
        assertThat(settings.text("missing")).isEmpty();

        assertThat(resolved).isPositive();
        assertThat(fixed.asked).isEqualTo(all);
    }

    @Test
    void a_change_is_seen_by_the_next_look_at_any_setting() {
        var settings = settings();
        assertThat(settings.text("secret")).isEmpty();
        assertThat(settings.text("place")).contains("shelf");

        changeable.put("secret", "first");
        assertThat(settings.text("secret")).contains("first");
        changeable.put("place", "drawer");
        assertThat(settings.text("place")).contains("drawer");
        assertThat(settings.text("secret")).contains("first");

        changeable.clear();
        assertThat(settings.text("place")).contains("shelf");
        assertThat(settings.text("secret")).isEmpty();
    }

    private LiveSettings settings() {
        // As secrets come to a function: from a factory that the configuration asks at its start.
        ConfigSourceFactory secrets = _ -> List.of(new Changeable(changeable));
        return new LiveSettings(
                new SmallRyeConfigBuilder()
                        .addDefaultInterceptors()
                        .withSources(secrets)
                        .withSources(fixed)
                        .withSources(
                                new PropertiesConfigSource(Map.of("place", "shelf"), "file", 50))
                        .build());
    }

    /** Stands for the environment: it never changes, and has nothing to say. */
    private static final class Counting implements ConfigSource {
        private int asked;

        @Override
        public Set<String> getPropertyNames() {
            return Set.of();
        }

        @Override
        public @Nullable String getValue(String name) {
            asked++;
            return null;
        }

        @Override
        public String getName() {
            return "counting";
        }
    }
}
