package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.topology.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stage's parameters become the variables that the functions read. */
class FunctionSettingsTest {
    private static final String STAGE =
            """
            {"channels": {"eu": {"type": "shopify"}},
             "erp": {"type": "odoo", "url": "https://odoo", "company": 3, "createTaxes": false,
                     "guestCustomer": "web", "slots": 4, "reservedSlots": 1},
             "subscribers": [{"name": "crm", "url": "https://crm"}],
             "environment": {"ORDERLOOM_DUE_AFTER": "20m"}}
            """;

    @Test
    void a_function_that_calls_the_erp_gets_its_settings() {
        var told = FunctionSettings.of(stage(STAGE), Function.ERP_POST);

        assertThat(told)
                .containsEntry("ORDERLOOM_ERP", "odoo")
                .containsEntry("ERP_ODOO_URL", "https://odoo")
                .containsEntry("ERP_ODOO_COMPANY", "3")
                .containsEntry("ERP_ODOO_CREATE_TAXES", "false")
                .containsEntry("ERP_ODOO_GUEST_CUSTOMER", "web")
                .containsEntry("ORDERLOOM_SLOTS_ODOO", "4")
                .containsEntry("ORDERLOOM_RESERVED_SLOTS_ODOO", "1")
                .doesNotContainKey("ORDERLOOM_SUBSCRIBER_SETTINGS");
    }

    @Test
    void functions_that_call_erps_get_their_addresses_and_others_only_their_names() {
        var stage =
                stage(
                        """
                        {"channels": {"us": {"type": "shopify", "erp": "us-books"}},
                         "erp": {"type": "odoo", "url": "https://eu.example"},
                         "erps": {"us-books": {"type": "odoo", "url": "https://us.example",
                                               "guestCustomer": "web", "slots": 2}}}
                        """);

        assertThat(FunctionSettings.of(stage, Function.ERP_POST))
                .containsEntry("ORDERLOOM_ERP", "odoo")
                .containsEntry("ERP_ODOO_URL", "https://eu.example")
                .containsEntry("ORDERLOOM_ERPS", "{\"us-books\":{\"type\":\"odoo\"}}")
                .containsEntry("ERP_US_BOOKS_URL", "https://us.example")
                .containsEntry("ERP_US_BOOKS_GUEST_CUSTOMER", "web")
                .containsEntry("ORDERLOOM_SLOTS_US_BOOKS", "2");
        assertThat(FunctionSettings.of(stage, Function.NORMALIZE))
                .containsOnlyKeys("ORDERLOOM_CHANNELS", "ORDERLOOM_ERP", "ORDERLOOM_ERPS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'channels':{'eu':{'type':'shopify','erp':'us'}}}|channels: 'eu' names the erp 'us', and there are [sandbox]",
                "{'channels':{'eu':{'type':'shopify'}},'erps':{'a':{'type':'odoo'},'b':{'type':'odoo'}}}|channels: 'eu' names no erp; name one of [a, b]",
                "{'erp':{'type':'odoo'},'erps':{'odoo':{'type':'odoo'}}}|erps: 'odoo' is already the name of the ERP in the parameter erp",
                "{'erp':{'type':'netsuite','token':'t'},'connectors':['netsuite']}|erp: it has the setting 'token'; what is secret belongs in the stage's secrets",
                "{'environment':{'ORDERLOOM_ERPS':'{}'}}|environment: 'ORDERLOOM_ERPS' is set by the parameter erps",
            })
    void an_erp_setting_that_can_t_be_used_is_refused_with_the_reason(String json, String why) {
        assertThatThrownBy(() -> stage(json.replace('\'', '"')))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageContaining(why);
    }

    @Test
    void the_function_that_notifies_subscribers_gets_their_settings() {
        var told = FunctionSettings.of(stage(STAGE), Function.STATUS_FANOUT);

        assertThat(told)
                .containsEntry(
                        "ORDERLOOM_SUBSCRIBER_SETTINGS",
                        "[{\"name\":\"crm\",\"url\":\"https://crm\"}]")
                .containsEntry("ORDERLOOM_ERP", "odoo")
                .doesNotContainKey("ERP_ODOO_URL");
    }

    @Test
    void every_function_gets_the_channels_and_the_environment() {
        for (var function : Function.values()) {
            assertThat(FunctionSettings.of(stage(STAGE), function))
                    .containsEntry("ORDERLOOM_CHANNELS", "{\"eu\":{\"type\":\"shopify\"}}")
                    .containsEntry("ORDERLOOM_DUE_AFTER", "20m");
        }
    }

    @Test
    void a_stage_that_names_no_erp_and_no_subscribers_leaves_both_to_secrets_as_before() {
        var told = FunctionSettings.of(stage("{}"), Function.STATUS_FANOUT);

        assertThat(told).containsOnlyKeys("ORDERLOOM_CHANNELS");
    }

    @Test
    void settings_that_are_too_large_for_lambda_are_refused_with_a_remedy() {
        var channels =
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                "\"shop-%d\": {\"type\": \"shopify\", \"shop\": \"shop-%d.myshopify.com\"}"
                                        .formatted(i, i))
                        .collect(Collectors.joining(","));

        assertThatThrownBy(() -> stage("{\"channels\": {%s}}".formatted(channels)))
                .isInstanceOf(Settings.Unusable.class)
                .hasMessageContaining("of 3196 that Lambda has for them (channels")
                .hasMessageContaining("keep subscribers whole in their secret");
    }

    private static Parameters stage(String json) {
        return Synthesized.stage("test", json).parameters();
    }
}
