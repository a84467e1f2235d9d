package io.orderloom.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.kit.config.SettingsOf;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    private static final String ERP = "prod-orderloom-erp";
    private static final String SIGNING = "prod-orderloom-channel-signing";
    private static final String SUBSCRIBERS = "prod-orderloom-subscribers";
    private static final String KEY = "whsec_" + "QUJD".repeat(8);
    private static final String API =
            "{\"ORDERLOOM_CHANNEL_APIS\":{\"eu-shop\":{\"url\":\"https://eu.example\",\"token\":\"t\"}}}";
    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private SecretsManagerServer server;
    private Instant now = NOW;

    @BeforeEach
    void start() throws IOException {
        server = new SecretsManagerServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_secret_is_configuration_by_the_names_of_variables() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\",\"ERP_ODOO_DATABASE\":\"books\"}");

        var config = new SmallRyeConfigBuilder().withSources(source(ERP)).build();

        assertThat(config.getValue("erp.odoo.api-key", String.class)).isEqualTo("k-1");
        assertThat(config.getValue("erp.odoo.database", String.class)).isEqualTo("books");
        assertThat(config.getOptionalValue("erp.odoo.url", String.class)).isEmpty();
    }

    @Test
    void a_setting_may_be_json_and_need_not_be_quoted_again() {
        server.put(
                "dev-orderloom-channel-signing",
                "{\"ORDERLOOM_CHANNEL_SECRETS\":{\"eu-shop\":[\"new\",\"old\"]}}");

        var source = source("dev-orderloom-channel-signing");

        assertThat(source.getValue("orderloom.channel.secrets"))
                .isEqualTo("{\"eu-shop\":[\"new\",\"old\"]}");
    }

    @Test
    void a_rotated_secret_is_used_after_five_minutes_without_a_new_start() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        var config = new SmallRyeConfigBuilder().withSources(source(ERP)).build();
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-2\"}");

        now = NOW.plus(SecretSettings.KEPT).minusMillis(1);
        var before = config.getValue("erp.odoo.api-key", String.class);
        now = NOW.plus(SecretSettings.KEPT);
        var after = config.getValue("erp.odoo.api-key", String.class);

        assertThat(before).isEqualTo("k-1");
        assertThat(after).isEqualTo("k-2");
    }

    @Test
    void a_reading_that_fails_leaves_the_earlier_settings_in_force() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        var source = source(ERP);
        server.remove(ERP);

        now = NOW.plus(SecretSettings.KEPT);

        assertThat(source.getValue("erp.odoo.api-key")).isEqualTo("k-1");
    }

    @Test
    void the_first_reading_must_not_fail_and_names_the_secret() {
        assertThatThrownBy(() -> source(ERP))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("secret prod-orderloom-erp can't be read: ");
    }

    @Test
    void a_secret_can_t_set_what_is_not_its_own() {
        server.put(ERP, "{\"ORDERLOOM_QUEUE_ERP_URL\":\"https://elsewhere.example\"}");

        assertThatThrownBy(() -> source(ERP))
                .hasMessage(
                        "secret prod-orderloom-erp: 'ORDERLOOM_QUEUE_ERP_URL' is not a setting"
                                + " that it may hold; those begin with ERP_");
    }

    @Test
    void a_value_that_can_t_be_read_is_named_and_not_shown() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":hunter2}");

        assertThatThrownBy(() -> source(ERP))
                .hasMessage("secret prod-orderloom-erp: the value is no JSON object")
                .hasNoCause();
    }

    @Test
    void a_key_that_ends_with_a_line_break_is_named_by_its_place_and_not_shown() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"hunter2\\n\"}");

        assertThatThrownBy(() -> source(ERP))
                .hasMessage(
                        "secret prod-orderloom-erp: ERP_ODOO_API_KEY has a line break as character"
                                + " 8 of 8; put it in again without it");
    }

    @Test
    void a_flawed_key_read_later_does_not_take_the_place_of_a_sound_one() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        var source = source(ERP);
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-2\\u200b\"}");

        now = NOW.plus(SecretSettings.KEPT);

        assertThat(source.getValue("erp.odoo.api-key")).isEqualTo("k-1");
    }

    @Test
    void a_new_process_uses_the_version_before_a_flawed_one() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-2\\u0000\"}");

        var source = source(ERP);

        assertThat(source.getValue("erp.odoo.api-key")).isEqualTo("k-1");
        assertThat(source.flawed()).containsExactly(Secret.ERP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ERP_ODOO_URL\":\"hunter2\"}",
                "{\"ERP_ODOO_URL\":\"ftp://hunter2\"}",
                "{\"ERP_ODOO_URL\":\"https://hunter 2\"}",
                "{\"ERP_ODOO_API_KEY\":\" hunter2\"}",
                "{\"ERP_ODOO_API_KEY\":\"hunter2\\u00a0\"}",
                "{\"ERP_ODOO_API_KEY\":\"hun\\u200bter2\"}",
                "{\"ERP_ODOO_API_KEY\":\" \"}",
                "{\"ORDERLOOM_TABLE\":\"hunter2\"}",
                "",
                "hunter2",
                "null"
            })
    void settings_of_the_erp_that_can_t_be_used_are_those_of_the_version_before(String flawed) {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\",\"ERP_ODOO_URL\":\"https://books\"}");
        server.put(ERP, flawed);

        var source = source(ERP);

        assertThat(source.getValue("erp.odoo.api-key")).isEqualTo("k-1");
        assertThat(source.getValue("erp.odoo.url")).isEqualTo("https://books");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"\"]",
                "[\"new\\u200b\"]",
                "[7]",
                "[]",
                "[null]",
                "\"new\"",
                "null",
                "{}"
            })
    void one_instance_s_flawed_signing_secrets_stay_as_before_and_another_s_new_ones_are_used(
            String flawed) {
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-1\"]"));
        server.put(SIGNING, signing("[\"us-2\"]", flawed));

        var source = source(SIGNING);

        assertThat(source.getValue("orderloom.channel.secrets"))
                .isEqualTo("{\"us-shop\":[\"us-2\"],\"eu-shop\":[\"eu-1\"]}");
        assertThat(source.flawed()).containsExactly(Secret.CHANNEL_SIGNING);
    }

    @Test
    void a_good_value_that_a_process_knows_goes_before_the_previous_version() {
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-1\"]"));
        server.put(SIGNING, signing("[\"us-2\"]", "[\"eu-2\"]"));
        var source = source(SIGNING);
        server.put(SIGNING, signing("[\"us-3\"]", "[\"\"]"));
        server.put(SIGNING, signing("[\"us-4\\n\"]", "[\"eu-4\\n\"]"));

        now = NOW.plus(SecretSettings.KEPT);

        assertThat(source.getValue("orderloom.channel.secrets"))
                .isEqualTo("{\"us-shop\":[\"us-2\"],\"eu-shop\":[\"eu-2\"]}");
    }

    @Test
    void a_corrected_value_replaces_the_one_that_stood_in() {
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-1\"]"));
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-2 \"]"));
        var source = source(SIGNING);
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-2\"]"));

        now = NOW.plus(SecretSettings.KEPT);

        assertThat(source.getValue("orderloom.channel.secrets"))
                .contains("eu-2")
                .doesNotContain("eu-1");
        assertThat(source.flawed()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"wms\",\"url\":\"wms.example\",\"secrets\":[\"%s\"]}",
                "{\"name\":\"wms\",\"url\":\"https://wms.example\",\"secrets\":[\"hunter2\"]}",
                "{\"name\":\"wms\",\"url\":\"https://wms.example\",\"secrets\":[\"%s\\n\"]}",
                "{\"name\":\"wms\",\"url\":\"https://wms.example\",\"secrets\":[]}",
                "{\"name\":\"wms\",\"url\":\"https://wms.example\"}",
                "{\"name\":\"wms\",\"secrets\":[\"%s\"]}"
            })
    void one_subscriber_s_flawed_settings_stay_as_before_and_another_s_new_ones_are_used(
            String flawed) {
        var wms = subscriber("wms", "https://wms.example/1");
        server.put(SUBSCRIBERS, subscribers(wms, subscriber("crm", "https://crm.example/1")));
        server.put(
                SUBSCRIBERS,
                subscribers(flawed.formatted(KEY), subscriber("crm", "https://crm.example/2")));

        var source = source(SUBSCRIBERS);

        assertThat(source.getValue("orderloom.subscribers"))
                .isEqualTo("[%s,%s]".formatted(wms, subscriber("crm", "https://crm.example/2")));
    }

    @Test
    void a_flawed_signing_secret_by_name_keeps_only_its_own_earlier_value() {
        var newer = "whsec_" + "REVG".repeat(8);
        server.put(SUBSCRIBERS, keys("[\"%s\"]".formatted(KEY), KEY));
        server.put(SUBSCRIBERS, keys("[\"hunter2\"]", newer));

        var source = source(SUBSCRIBERS);

        assertThat(source.getValue("orderloom.subscribers"))
                .isEqualTo("{\"wms\":[\"%s\"],\"crm\":[\"%s\"]}".formatted(KEY, newer));
        assertThat(source.flawed()).containsExactly(Secret.SUBSCRIBERS);
    }

    /**
     * A secret that now holds only signing secrets may have held everything about each subscriber
     * before.
     */
    @Test
    void a_flawed_signing_secret_by_name_keeps_its_value_of_the_earlier_form() {
        var before =
                "{\"name\":\"wms\",\"url\":\"https://wms\",\"secrets\":[\"%s\"]}".formatted(KEY);
        server.put(SUBSCRIBERS, subscribers(before, subscriber("crm", "https://crm")));
        server.put(SUBSCRIBERS, keys("[]", KEY));

        var source = source(SUBSCRIBERS);

        assertThat(source.getValue("orderloom.subscribers"))
                .isEqualTo("{\"wms\":[\"%s\"],\"crm\":[\"%s\"]}".formatted(KEY, KEY));
    }

    private static String keys(String wms, String crm) {
        return "{\"ORDERLOOM_SUBSCRIBERS\":{\"wms\":%s,\"crm\":[\"%s\"]}}".formatted(wms, crm);
    }

    @Test
    void an_unusable_secret_leaves_the_new_values_of_others_in_force() {
        var api = "prod-orderloom-channel-api";
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        server.put(api, "{\"ORDERLOOM_CHANNEL_APIS\":{}}");
        var source = source(ERP, api);
        server.put(ERP, "not even JSON");
        server.put(api, API);

        now = NOW.plus(SecretSettings.KEPT);

        assertThat(source.getValue("erp.odoo.api-key")).isEqualTo("k-1");
        assertThat(source.getValue("orderloom.channel.apis")).contains("https://eu.example");
        assertThat(source.flawed()).containsExactly(Secret.ERP);
    }

    @Test
    void a_flaw_names_instance_setting_and_reason_and_not_the_value() {
        server.put(SIGNING, signing("[\"us-1\"]", "[\"eu-1\",\"hunter2\\u200b\"]"));

        var read = server.reader().read(List.of(SIGNING), List.of());

        assertThat(read.getFirst().flaws())
                .isEqualTo(
                        Map.of(
                                "eu-shop",
                                "secret prod-orderloom-channel-signing: 'eu-shop': signing secret 2"
                                        + " has a character without width as character 8 of 8; put"
                                        + " it in again without it"));
    }

    @Test
    void a_flawed_secret_is_measured_until_it_is_corrected() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"k-1\"}");
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"\\n\"}");
        var config = new SmallRyeConfigBuilder().withSources(source(ERP)).build();
        var metrics =
                new Metrics(
                        SettingsOf.function(Function.ERP_POST, "prod"),
                        new SecretWatch(config),
                        () -> now);

        var lines = String.join("\n", metrics.lines());

        assertThat(lines).contains("\"Settings\":\"erp\"", "\"SettingsOutOfForce\":1");
    }

    @Test
    void the_name_of_a_secret_that_orderloom_does_not_read_is_refused() {
        server.put("prod-payroll", "{}");

        assertThatThrownBy(() -> source("prod-payroll"))
                .hasMessage(
                        "ORDERLOOM_SECRETS: 'prod-payroll' is not the name of a secret that Orderloom reads");
    }

    @Test
    void a_secret_s_age_counts_from_its_last_change_and_its_value_is_in_no_text() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"hunter2\"}");

        var config = new SmallRyeConfigBuilder().withSources(source(ERP)).build();

        assertThat(new SecretWatch(config).ages())
                .isEqualTo(Map.of(Secret.ERP, Duration.between(SecretsManagerServer.CHANGED, NOW)));
        assertThat(server.reader().read(List.of(ERP), List.of()).toString())
                .doesNotContain("hunter2");
    }

    @Test
    void without_the_variable_there_is_no_source() {
        var config =
                new SmallRyeConfigBuilder().withSources(new SecretsConfigSourceFactory()).build();

        assertThat(config.getConfigSources())
                .noneMatch(source -> source.getName().equals("AWS Secrets Manager"));
    }

    private SecretsConfigSource source(String... names) {
        return new SecretsConfigSource(
                new SecretSettings(
                        before -> server.reader().read(List.of(names), before), () -> now));
    }

    private static String signing(String us, String eu) {
        return "{\"ORDERLOOM_CHANNEL_SECRETS\":{\"us-shop\":%s,\"eu-shop\":%s}}".formatted(us, eu);
    }

    private static String subscriber(String name, String url) {
        return "{\"name\":\"%s\",\"url\":\"%s\",\"secrets\":[\"%s\"]}".formatted(name, url, KEY);
    }

    private static String subscribers(String... all) {
        return "{\"ORDERLOOM_SUBSCRIBERS\":[%s]}".formatted(String.join(",", all));
    }
}
