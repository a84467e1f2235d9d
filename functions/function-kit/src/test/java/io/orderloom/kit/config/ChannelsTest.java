package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.channel.ChannelSettings;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {
    private static final String SHOP =
            "{\"eu-shop\":{\"type\":\"shopify\",\"sellingZone\":\"Europe/Berlin\"}}";

    @Test
    void secrets_may_come_apart_from_the_settings() {
        var channels =
                new Channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        SHOP,
                                        "orderloom.channel.secrets",
                                        "{\"eu-shop\":[\"new\",\"old\"]}",
                                        "orderloom.channel.apis",
                                        "{\"eu-shop\":{\"url\":\"https://a\",\"token\":\"t\"}}")));

        var settings = channels.get("eu-shop").settings();

        assertThat(settings.secrets()).containsExactly("new", "old");
        assertThat(settings.api()).contains(new ChannelSettings.Api("https://a", "t"));
        assertThat(settings.sellingZone()).hasToString("Europe/Berlin");
    }

    @Test
    void intake_wants_a_signing_secret_of_every_channel_and_no_other_function_does() {
        var settings = Map.of("orderloom.channels", SHOP);

        var ofNormalize = new Channels(config(with(settings, "orderloom.function", "NORMALIZE")));

        assertThat(ofNormalize.find("eu-shop")).isPresent();
        var ofIntake = new Channels(config(with(settings, "orderloom.function", "INTAKE")));
        assertThatThrownBy(() -> ofIntake.find("eu-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage("ORDERLOOM_CHANNELS: 'eu-shop' has no signing secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\u00a0", "\\u200b", "\\ufeff\\u2060", "\\u3164"})
    void a_secret_of_which_nothing_can_be_seen_is_refused_with_the_instance(String secret) {
        var settings =
                Map.of(
                        "orderloom.channels",
                        SHOP,
                        "orderloom.channel.secrets",
                        "{\"eu-shop\":[\"sound\",\"%s\"]}".formatted(secret));

        assertThatThrownBy(() -> new Channels(config(settings)).get("eu-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage(
                        "ORDERLOOM_CHANNELS: 'eu-shop': signing secret 2 is empty, or of blanks and"
                                + " invisible characters alone");
    }

    @Test
    void a_rotated_secret_is_taken_up_while_the_function_runs() {
        var settings =
                new ConcurrentHashMap<>(
                        Map.of(
                                "orderloom.channels",
                                SHOP,
                                "orderloom.channel.secrets",
                                "{\"eu-shop\":[\"old\"]}"));
        var channels = new Channels(config(settings));

        settings.put("orderloom.channel.secrets", "{\"eu-shop\":[\"new\",\"old\"]}");

        assertThat(channels.get("eu-shop").settings().secrets()).containsExactly("new", "old");
    }

    @Test
    void an_instance_with_a_bad_value_is_out_of_force_and_no_other_is() {
        var channels =
                new Channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        """
                                        {"eu-shop":{"type":"shopify"},
                                         "us-shop":{"type":"shopify","sellingZone":"Mars/Base"}}
                                        """)));

        var sound = channels.find("eu-shop");

        assertThat(sound).isPresent();
        assertThatThrownBy(() -> channels.find("us-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage(
                        "ORDERLOOM_CHANNELS: 'us-shop': 'sellingZone' can't be read; correct its"
                                + " value");
    }

    @Test
    void a_bad_value_read_later_leaves_the_last_good_one_in_force() {
        var settings =
                new ConcurrentHashMap<>(
                        Map.of(
                                "orderloom.channels",
                                SHOP,
                                "orderloom.channel.secrets",
                                "{\"eu-shop\":[\"good\"]}"));
        var channels = new Channels(config(settings));

        settings.put("orderloom.channel.secrets", "{\"eu-shop\":[\"bad\\n\"]}");
        var afterOne = channels.get("eu-shop").settings().secrets();
        settings.put("orderloom.channel.secrets", "{not even JSON");
        var afterAll = channels.get("eu-shop").settings().secrets();

        assertThat(afterOne).containsExactly("good");
        assertThat(afterAll).containsExactly("good");
    }

    @Test
    void channels_that_are_no_json_fail_at_the_start() {
        var settings = Map.of("orderloom.channels", "{not even JSON");

        assertThatThrownBy(() -> new Channels(config(settings)))
                .hasMessage("ORDERLOOM_CHANNELS is no JSON object")
                .hasNoCause();
    }

    @Test
    void without_any_setting_there_is_no_channel() {
        assertThat(new Channels(config(Map.of())).find("eu-shop")).isEmpty();
    }

    private static Map<String, String> with(
            Map<String, String> settings, String name, String value) {
        var all = new ConcurrentHashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withSources(new Changeable(settings)).build();
    }

    /** Says what the map says at the time of asking. */
    private record Changeable(Map<String, String> settings) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return settings.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return settings.get(name);
        }

        @Override
        public String getName() {
            return "test";
        }
    }
}
