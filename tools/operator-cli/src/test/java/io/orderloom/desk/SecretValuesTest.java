package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A secret that fits no instance is found before it is put in, and no value is ever shown. */
class SecretValuesTest {
    private static final String SETTINGS =
            """
            {'channels': {'eu-shop': {'type': 'shopify'}},
             'erp': {'type': 'odoo'},
             'subscribers': []}
            """;
    private static final String NAMED =
            """
            {'channels': {'eu-shop': {'type': 'shopify'}},
             'erp': {'type': 'odoo', 'url': 'https://odoo', 'guestCustomer': 'web'},
             'subscribers': [{'name': 'crm', 'url': 'https://crm'}]}
            """;
    private static final String KEYS =
            """
            {'channel-signing': {'ORDERLOOM_CHANNEL_SECRETS': {'eu-shop': ['hush']}},
             'erp': {'ERP_ODOO_API_KEY': 'hush'},
             'subscribers': {'ORDERLOOM_SUBSCRIBERS': {'crm': ['hush']}}}
            """;
    private static final String WHOLE =
            """
            {'channel-signing': {'ORDERLOOM_CHANNEL_SECRETS': {'eu-shop': ['hush']}},
             'channel-api': {'ORDERLOOM_CHANNEL_APIS': {'eu-shop': {'url': 'https://a', 'token': 'hush'}}},
             'erp': {'ERP_ODOO_URL': 'https://odoo', 'ERP_ODOO_API_KEY': 'hush'},
             'subscribers': {'ORDERLOOM_SUBSCRIBERS': [{'name': 'crm', 'url': 'https://crm', 'secrets': ['hush']}]}}
            """;

    @Test
    void secrets_with_all_that_the_stage_needs_fit() {
        assertThat(values(WHOLE).problems(stage())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "eu-shop': ['|us-shop': ['|names 'us-shop', which is no channel instance",
                "eu-shop': ['|us-shop': ['|has no secret of the channel instance 'eu-shop'",
                "eu-shop': {'url|us-shop': {'url|channel-api: ORDERLOOM_CHANNEL_APIS names 'us-shop'",
                "ERP_ODOO_API_KEY|ERP_ODOO_APIKEY|ERP_ODOO_API_KEY is missing, which the ERP 'odoo' needs",
                "'ERP_ODOO_URL'|'ERP_NETSUITE_URL'|ERP_NETSUITE_URL is no setting of the ERP 'odoo'",
                "'ERP_ODOO_URL'|'AWS_PROFILE'|'AWS_PROFILE' is no setting that this secret may hold",
                "'name': 'crm',|'name': 'crm', 'testOrders': 'hush',|the subscriber 'crm': testOrders is neither true nor false",
                "'name': 'crm', 'url'|'name': 'crm', 'uri'|the subscriber 'crm' without 'url'",
            })
    void a_secret_that_does_not_fit_is_named_without_its_value(
            String part, String wrong, String problem) {
        var problems = values(WHOLE.replace(part, wrong)).problems(stage());

        assertThat(problems)
                .anyMatch(line -> line.contains(problem))
                .noneMatch(line -> line.contains("hush"));
    }

    @Test
    void a_subscriber_of_another_kind_needs_no_signing_secret_and_may_have_secrets_of_its_own() {
        var settings = NAMED.replace("'url': 'https://crm'", "'kind': 'pager', 'number': '112'");

        assertThat(values(KEYS.replace("{'crm': ['hush']}", "{}")).problems(stage(settings)))
                .isEmpty();
        assertThat(
                        values(KEYS.replace("['hush']}}}", "{'pin': 'hush'}}}}"))
                                .problems(stage(settings)))
                .isEmpty();
    }

    @Test
    void signing_keys_alone_fit_a_stage_whose_settings_hold_the_rest() {
        assertThat(values(KEYS).problems(stage(NAMED))).isEmpty();
        assertThat(values(WHOLE).problems(stage(NAMED))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'crm': ['hush']|'wms': ['hush']|subscribers: ORDERLOOM_SUBSCRIBERS names 'wms', which is no subscriber in dev.json; there are [crm]",
                "'crm': ['hush']|'crm': []|subscribers: ORDERLOOM_SUBSCRIBERS has no signing secret of the subscriber 'crm'",
                "{'crm': ['hush']}|[{'name': 'crm', 'url': 'https://hush', 'secrets': ['hush']}]|subscribers: ORDERLOOM_SUBSCRIBERS has a url of 'crm' that differs from the one in dev.json",
                "'ERP_ODOO_API_KEY': 'hush'|'ERP_ODOO_API_KEY': 'hush', 'ERP_ODOO_URL': 'https://hush'|erp: ERP_ODOO_URL in the secret differs from the one in dev.json",
                "'ERP_ODOO_API_KEY': 'hush'|'ERP_ODOO_API_KEY': 'hush', 'ERP_ODOO_GUEST_CUSTOMER': 'hush'|erp: ERP_ODOO_GUEST_CUSTOMER in the secret differs from the one in dev.json",
            })
    void a_value_that_differs_between_secret_and_settings_is_refused(
            String part, String wrong, String problem) {
        var problems = values(KEYS.replace(part, wrong)).problems(stage(NAMED));

        assertThat(problems)
                .anyMatch(line -> line.startsWith(problem))
                .noneMatch(line -> line.contains("hush"));
    }

    @Test
    void after_a_deployment_the_doors_and_the_secrets_without_a_value_are_named() {
        var said = new ByteArrayOutputStream();
        var next = new NextDesk(new PrintStream(said, true, StandardCharsets.UTF_8));

        next.doors(stage(NAMED), "https://door");
        next.secrets(
                values("{'subscribers': {'ORDERLOOM_SUBSCRIBERS': {'crm': ['hush']}}}"),
                stage(NAMED),
                "dev");

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(
                        "eu-shop        https://door/webhooks/eu-shop",
                        "erp: ERP_ODOO_API_KEY is missing",
                        "make secrets STAGE=dev FILE=… (channel-signing, erp), then make smoke STAGE=dev")
                .doesNotContain("hush");
    }

    @Test
    void a_secret_that_the_file_leaves_out_stays_as_it_is() {
        var rotated =
                values(
                        "{'channel-signing': {'ORDERLOOM_CHANNEL_SECRETS': {'eu-shop': ['new', 'hush']}}}");

        assertThat(rotated.over(values(WHOLE)).problems(stage())).isEmpty();
        assertThat(rotated.changes(values(WHOLE)))
                .containsExactly("channel-signing  changed  ORDERLOOM_CHANNEL_SECRETS.eu-shop");
    }

    @Test
    void only_changed_values_are_shown_and_only_by_name() {
        var stored =
                values(
                        """
                        {'erp': {'ERP_ODOO_URL': 'https://odoo', 'ERP_ODOO_COMPANY': '3'},
                         'subscribers': {'ORDERLOOM_SUBSCRIBERS': []}}
                        """);

        var changes = values(WHOLE).changes(stored);

        assertThat(changes)
                .containsExactly(
                        "channel-signing  added    ORDERLOOM_CHANNEL_SECRETS.eu-shop",
                        "channel-api      added    ORDERLOOM_CHANNEL_APIS.eu-shop",
                        "erp              added    ERP_ODOO_API_KEY",
                        "erp              removed  ERP_ODOO_COMPANY",
                        "subscribers      changed  ORDERLOOM_SUBSCRIBERS");
        assertThat(values(WHOLE).toString()).doesNotContain("hush");
    }

    @Test
    void a_file_that_can_t_be_used_is_refused_without_quoting_it(@TempDir Path directory)
            throws IOException {
        var broken = Files.writeString(directory.resolve("broken.json"), "{\"erp\": \"hush");
        var unknown = Files.writeString(directory.resolve("unknown.json"), "{\"crm\": {}}");

        assertThatThrownBy(() -> SecretValues.read(broken))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is no JSON object of secrets")
                .message()
                .doesNotContain("hush");
        assertThatThrownBy(() -> SecretValues.read(unknown))
                .hasMessageContaining(
                        "'crm' is no secret; there are [channel-signing, channel-api, erp, subscribers]");
    }

    private static StageFile stage() {
        return stage(SETTINGS);
    }

    private static StageFile stage(String settings) {
        return StageFile.of(
                "dev.json",
                Json.read("{}", JsonNode.class),
                Json.read(settings.replace('\'', '"'), JsonNode.class));
    }

    private static SecretValues values(String json) {
        return SecretValues.of(
                Json.read(
                        json.replace('\'', '"'),
                        new TypeReference<Map<String, Map<String, JsonNode>>>() {}));
    }
}
