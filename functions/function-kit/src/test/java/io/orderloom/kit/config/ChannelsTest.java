package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.core.PostingProfile.PostWhen;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.kit.secret.SecretWatch;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.order.Tenancy;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.SystemRole;
import io.orderloom.topology.Function;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelsTest {
    private static final Map<String, SystemRole> CONNECTORS =
            Map.of("shopify", SystemRole.COMMERCE, "pos", SystemRole.POS);
    private static final String SHOP =
            "{\"eu-shop\":{\"type\":\"shopify\",\"sellingZone\":\"Europe/Berlin\"}}";

    @Test
    void secrets_may_come_apart_from_the_settings() {
        var channels =
                channels(
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
        assertThat(settings.api()).contains(new SourceInstance.Api("https://a", "t"));
        assertThat(settings.sellingZone()).hasToString("Europe/Berlin");
    }

    @Test
    void an_instance_has_a_role_a_tenant_and_settings_of_its_connector() {
        var channels =
                channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        "{\"till\":{\"type\":\"pos\"},\"wms\":{\"type\":\"pos\",\"role\":\"warehouse\",\"tenant\":\"acme\",\"brand\":\"Nord\",\"legalEntity\":\"acme-de\",\"settings\":{\"node\":\"north\"}}}")));

        var usual = channels.get("till").settings();
        var named = channels.get("wms").settings();

        assertThat(usual.role()).isEqualTo(SystemRole.POS);
        assertThat(usual.tenancy()).isEqualTo(Tenancy.NONE);
        assertThat(named.role()).isEqualTo(SystemRole.WAREHOUSE);
        assertThat(named.tenancy().tenant()).contains("acme");
        assertThat(named.settings()).containsEntry("node", "north");
        assertThat(channels.tenancy("wms").legalEntity()).contains("acme-de");
    }

    @Test
    void the_tenant_of_an_instance_that_is_no_longer_configured_is_not_taken_for_none() {
        var served =
                channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        "{\"eu\":{\"type\":\"shopify\",\"tenant\":\"acme\"}}")));
        var alone = channels(config(Map.of("orderloom.channels", SHOP)));

        assertThat(alone.tenancy("gone")).isEqualTo(Tenancy.NONE);
        assertThatThrownBy(() -> served.tenancy("gone"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("names no instance 'gone'");
    }

    @Test
    void only_intake_requires_a_signing_secret_of_every_channel() {
        var settings = Map.of("orderloom.channels", SHOP);

        var ofNormalize = channels(config(with(settings, "orderloom.function", "NORMALIZE")));

        assertThat(ofNormalize.find("eu-shop")).isPresent();
        var ofIntake = channels(config(with(settings, "orderloom.function", "INTAKE")));
        assertThatThrownBy(() -> ofIntake.find("eu-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage("ORDERLOOM_CHANNELS: 'eu-shop': it has no signing secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\\u0000", "\\u00a0", "\\u200b", "\\ufeff\\u2060", "\\u3164"})
    void a_secret_of_invisible_characters_is_refused_with_the_name_of_its_instance(String secret) {
        var settings =
                Map.of(
                        "orderloom.channels",
                        SHOP,
                        "orderloom.channel.secrets",
                        "{\"eu-shop\":[\"sound\",\"%s\"]}".formatted(secret));

        assertThatThrownBy(() -> channels(config(settings)).get("eu-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage(
                        "ORDERLOOM_CHANNELS: 'eu-shop': signing secret 2 is empty, or of blanks and"
                                + " invisible characters alone");
    }

    @ParameterizedTest
    @CsvSource({"hold, NOT_BOOKED", "post, BOOKED", "not_booked, NOT_BOOKED", "booked, BOOKED"})
    void a_channel_says_whether_its_test_orders_are_held_or_posted(String said, TestOrders meant) {
        var settings =
                Map.of(
                        "orderloom.channels",
                        "{\"eu-shop\":{\"type\":\"shopify\",\"testOrders\":\"%s\"}}"
                                .formatted(said));

        assertThat(channels(config(settings)).get("eu-shop").profile().testOrders())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "'', PAID_OR_AUTHORIZED",
        "',\"postWhen\":\"paid-or-authorized\"', PAID_OR_AUTHORIZED",
        "',\"postWhen\":\"placed\"', PLACED"
    })
    void a_channel_says_whether_an_order_is_booked_before_it_is_paid(String said, PostWhen meant) {
        var settings =
                Map.of(
                        "orderloom.channels",
                        "{\"eu-shop\":{\"type\":\"shopify\"%s}}".formatted(said));

        assertThat(channels(config(settings)).get("eu-shop").profile().postWhen()).contains(meant);
    }

    @Test
    void a_value_of_test_orders_other_than_hold_and_post_is_refused() {
        var settings =
                Map.of(
                        "orderloom.channels",
                        "{\"eu-shop\":{\"type\":\"shopify\",\"testOrders\":\"maybe\"}}");

        assertThatThrownBy(() -> channels(config(settings)).get("eu-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessageContaining("testOrders is none of hold, post");
    }

    @Test
    void an_order_keeps_the_erp_of_its_channel_or_the_default_one() {
        var settings =
                Map.of(
                        "orderloom.erp",
                        "odoo",
                        "orderloom.erps",
                        "{\"us-books\":{\"type\":\"odoo\"}}",
                        "orderloom.channels",
                        "{\"eu\":{\"type\":\"shopify\"},\"us\":{\"type\":\"shopify\",\"erp\":\"us-books\"}}");

        var channels = channels(config(settings));

        assertThat(channels.get("eu").profile().erp()).contains("odoo");
        assertThat(channels.get("us").profile().erp()).contains("us-books");
    }

    @Test
    void an_unknown_erp_is_a_flaw_of_the_channel_that_names_it_and_of_no_other() {
        var settings =
                Map.of(
                        "orderloom.channels",
                        "{\"eu\":{\"type\":\"shopify\"},\"us\":{\"type\":\"shopify\",\"erp\":\"us-books\"}}");

        var channels = channels(config(settings));

        assertThat(channels.find("eu")).isPresent();
        assertThatThrownBy(() -> channels.get("us"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage(
                        "ORDERLOOM_CHANNELS: 'us': erp is not one of those in ORDERLOOM_ERPS: sandbox");
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
        var channels = channels(config(settings));

        settings.put("orderloom.channel.secrets", "{\"eu-shop\":[\"new\",\"old\"]}");

        assertThat(channels.get("eu-shop").settings().secrets()).containsExactly("new", "old");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"shopfy"} | type names no connector that this function was built with; there are pos, shopify
                    {} | type in ORDERLOOM_CHANNELS can't be read
                    {"type":null} | type in ORDERLOOM_CHANNELS can't be read
                    {"type":"shopify","sellingZone":"Mars/Base"} | sellingZone in ORDERLOOM_CHANNELS can't be read
                    {"type":"shopify","ledger":"hunter2"} | ledger is none of transaction, settlement
                    {"type":"shopify","testOrders":"hunter2"} | testOrders is none of hold, post
                    {"type":"shopify","postWhen":"hunter2"} | postWhen is none of placed, paid-or-authorized
                    {"type":"shopify","refunds":"hunter2"} | refunds is none of as-the-channel-did, automatic, never
                    {"type":"shopify","shop":" "} | shop is empty; name it or leave it out
                    {"type":"shopify","shop":"EU.example"} | shop is the one of 'eu-shop', which is written before it
                    {"type":"shopify","secrets":"hunter2"} | secrets in ORDERLOOM_CHANNELS can't be read
                    {"type":"shopify","secrets":[null]} | ORDERLOOM_CHANNELS has null in the place of a value
                    {"type":"shopify","secrets":["hunter2\\n"]} | signing secret 1 has a line break as character 8 of 8; put it in again without it
                    {"type":"shopify","api":{"url":"ftp://hunter2","token":"t"}} | api.url is no http or https URL with a host
                    {"type":"shopify","api":{"url":"https://hunter 2","token":"t"}} | api.url is no http or https URL with a host
                    {"type":"shopify","api":{"url":"https://a","token":"hunter2\\u00a0"}} | api.token has a no-break space as character 8 of 8; put it in again without it
                    {"type":"shopify","api":{"url":"https://a"}} | api.token in ORDERLOOM_CHANNELS can't be read
                    "hunter2" | what ORDERLOOM_CHANNELS says can't be read
                    null | ORDERLOOM_CHANNELS has null in the place of a value
                    """)
    void a_bad_value_stops_only_its_own_instance_and_names_the_reason(String entry, String reason) {
        var channels =
                channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        """
                                        {"eu-shop":{"type":"shopify","shop":"eu.example"},"us-shop":%s}
                                        """
                                                .formatted(entry))));

        var other = channels.find("eu-shop");

        assertThat(other).isPresent();
        assertThatThrownBy(() -> channels.find("us-shop"))
                .isInstanceOf(OutOfForce.class)
                .hasMessage("ORDERLOOM_CHANNELS: 'us-shop': " + reason)
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hunter2\"", "[7,[]]", "[null]", "null", "[\"\"]"})
    void a_malformed_list_of_secrets_stops_only_its_own_instance(String apart) {
        var channels =
                channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        "{\"eu-shop\":{\"type\":\"shopify\"},\"us-shop\":{\"type\":\"shopify\"}}",
                                        "orderloom.channel.secrets",
                                        "{\"eu-shop\":[\"good\"],\"us-shop\":%s}"
                                                .formatted(apart))));

        assertThat(channels.get("eu-shop").settings().secrets()).containsExactly("good");
        assertThatThrownBy(() -> channels.find("us-shop"))
                .isInstanceOf(OutOfForce.class)
                .message()
                .startsWith("ORDERLOOM_CHANNELS: 'us-shop': ")
                .doesNotContain("hunter2");
    }

    @Test
    void every_reading_counts_the_instances_with_a_bad_value_by_name() {
        var metrics = metrics();
        var channels =
                new Channels(
                        config(
                                Map.of(
                                        "orderloom.channels",
                                        """
                                        {"eu-shop":{"type":"shopify"},"us-shop":{"type":"shopfy"}}
                                        """)),
                        () -> CONNECTORS,
                        metrics);

        var _ = channels.find("eu-shop");

        assertThat(metrics.lines())
                .singleElement()
                .asString()
                .contains("\"Settings\":\"us-shop\"", "\"SettingsOutOfForce\":1");
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
        var channels = channels(config(settings));

        settings.put("orderloom.channel.secrets", "{\"eu-shop\":[\"bad\\n\"]}");
        var afterOne = channels.get("eu-shop").settings().secrets();
        settings.put("orderloom.channel.secrets", "{not even JSON");
        var afterAll = channels.get("eu-shop").settings().secrets();

        assertThat(afterOne).containsExactly("good");
        assertThat(afterAll).containsExactly("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{hunter2", "null", "[]", "7"})
    void channels_that_are_no_json_object_fail_at_the_start(String channels) {
        var settings = Map.of("orderloom.channels", channels);

        assertThatThrownBy(() -> channels(config(settings)))
                .hasMessage("ORDERLOOM_CHANNELS is no JSON object; correct it")
                .hasNoCause();
    }

    @Test
    void without_any_setting_there_is_no_channel() {
        assertThat(channels(config(Map.of())).find("eu-shop")).isEmpty();
    }

    private static Map<String, String> with(
            Map<String, String> settings, String name, String value) {
        var all = new ConcurrentHashMap<>(settings);
        all.put(name, value);
        return all;
    }

    private static Channels channels(Config config) {
        return new Channels(config, () -> CONNECTORS, metrics());
    }

    private static Metrics metrics() {
        return new Metrics(
                SettingsOf.function(Function.INTAKE, "local"),
                new SecretWatch(config(Map.of())),
                InstantSource.fixed(Instant.EPOCH));
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder().withSources(new Changeable(settings)).build();
    }
}
