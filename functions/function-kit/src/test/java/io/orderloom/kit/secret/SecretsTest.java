package io.orderloom.kit.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

class SecretsTest {
    private static final String ERP = "prod-orderloom-erp";
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
    void a_reading_that_fails_leaves_the_settings_before() {
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
    void a_key_with_a_line_break_at_its_end_is_named_by_its_place_and_not_shown() {
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
    void a_name_that_is_none_of_ours_is_refused() {
        server.put("prod-payroll", "{}");

        assertThatThrownBy(() -> source("prod-payroll"))
                .hasMessage("ORDERLOOM_SECRETS: 'prod-payroll' is the name of no secret of ours");
    }

    @Test
    void a_secret_s_age_counts_from_its_last_change_and_its_value_is_in_no_text() {
        server.put(ERP, "{\"ERP_ODOO_API_KEY\":\"hunter2\"}");

        var config = new SmallRyeConfigBuilder().withSources(source(ERP)).build();

        assertThat(new SecretAges(config).now())
                .isEqualTo(Map.of(Secret.ERP, Duration.between(SecretsManagerServer.CHANGED, NOW)));
        assertThat(server.reader().read(List.of(ERP)).toString()).doesNotContain("hunter2");
    }

    @Test
    void without_the_variable_there_is_no_source() {
        var config =
                new SmallRyeConfigBuilder().withSources(new SecretsConfigSourceFactory()).build();

        assertThat(config.getConfigSources())
                .noneMatch(source -> source.getName().equals("AWS Secrets Manager"));
    }

    private SecretsConfigSource source(String name) {
        return new SecretsConfigSource(
                new SecretSettings(() -> server.reader().read(List.of(name)), () -> now));
    }
}
