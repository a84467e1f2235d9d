package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.orderloom.kit.json.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Secrets are checked against the same settings that the functions get. */
class StageFileTest {

    @Test
    void the_erp_s_settings_have_the_names_of_the_variables_that_the_functions_read() {
        var stage =
                stage(
                        """
                        {"erp": {"type": "odoo", "url": "https://a", "createTaxes": false, "slots": 4}}
                        """);

        assertThat(stage.erps()).isEqualTo(Map.of("odoo", "odoo"));
        assertThat(stage.erpSettings())
                .containsEntry("ERP_ODOO_URL", "https://a")
                .containsEntry("ERP_ODOO_CREATE_TAXES", "false")
                .containsEntry("ORDERLOOM_SLOTS_ODOO", "4");
    }

    @Test
    void the_erp_may_be_named_by_its_variable_as_before_and_is_the_sandbox_otherwise() {
        assertThat(stage("{\"environment\": {\"ORDERLOOM_ERP\": \"odoo\"}}").erps())
                .isEqualTo(Map.of("odoo", "odoo"));
        assertThat(stage("{}").erps()).isEqualTo(Map.of("sandbox", "sandbox"));
    }

    @Test
    void several_erps_have_settings_each_under_its_own_name() {
        var stage =
                stage(
                        """
                        {"erp": {"type": "odoo", "url": "https://a"},
                         "erps": {"us-books": {"type": "odoo", "url": "https://b"}}}
                        """);

        assertThat(stage.erps()).isEqualTo(Map.of("odoo", "odoo", "us-books", "odoo"));
        assertThat(stage.erpSettings())
                .containsEntry("ERP_ODOO_URL", "https://a")
                .containsEntry("ERP_US_BOOKS_URL", "https://b");
        assertThat(
                        ErpProblems.of(
                                Map.of(
                                        "ERP_ODOO_API_KEY", TextNode.valueOf("one"),
                                        "ERP_ELSEWHERE_API_KEY", TextNode.valueOf("two")),
                                stage))
                .containsExactly(
                        "erp: ERP_US_BOOKS_API_KEY is missing, which the ERP 'us-books' needs",
                        "erp: ERP_ELSEWHERE_API_KEY is no setting of the ERPs 'odoo', 'us-books'");
    }

    @Test
    void a_channel_s_shop_and_a_subscriber_s_address_come_from_the_stage() {
        var stage =
                stage(
                        """
                        {"channels": {"eu": {"type": "shopify", "shop": "eu.example"}},
                         "subscribers": [{"name": "crm", "url": "https://crm"}]}
                        """);

        assertThat(stage.shop(stage.aShopifyChannel())).isEqualTo("eu.example");
        assertThat(stage.subscribers()).containsEntry("crm", "https://crm");
    }

    private static StageFile stage(String json) {
        return StageFile.of(
                "dev.json", Json.read("{}", JsonNode.class), Json.read(json, JsonNode.class));
    }
}
