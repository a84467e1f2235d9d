package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.kit.json.Json;
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

        assertThat(stage.erp()).isEqualTo("odoo");
        assertThat(stage.erpSettings())
                .containsEntry("ERP_ODOO_URL", "https://a")
                .containsEntry("ERP_ODOO_CREATE_TAXES", "false")
                .containsEntry("ORDERLOOM_SLOTS_ODOO", "4");
    }

    @Test
    void the_erp_may_be_named_by_its_variable_as_before_and_is_the_sandbox_otherwise() {
        assertThat(stage("{\"environment\": {\"ORDERLOOM_ERP\": \"odoo\"}}").erp())
                .isEqualTo("odoo");
        assertThat(stage("{}").erp()).isEqualTo("sandbox");
    }

    @Test
    void a_channel_s_shop_and_a_subscriber_s_address_are_the_stage_s() {
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
