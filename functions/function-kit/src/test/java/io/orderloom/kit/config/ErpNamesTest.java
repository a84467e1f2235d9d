package io.orderloom.kit.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErpNamesTest {
    private static final String TWO =
            "{\"us-books\":{\"type\":\"odoo\"},\"eu-books\":{\"type\":\"odoo\"}}";

    private static ErpNames names(Map<String, String> settings) {
        return ErpNames.of(
                new SmallRyeConfigBuilder()
                        .addDiscoveredConverters()
                        .withSources(new Changeable(settings))
                        .build());
    }

    @Test
    void a_deployment_with_one_erp_has_an_instance_named_as_its_connector() {
        var names = names(Map.of("orderloom.erp", "odoo"));

        assertThat(names).isEqualTo(new ErpNames(Map.of("odoo", "odoo"), Optional.of("odoo")));
        assertThat(names.routed(Optional.empty())).isEqualTo("odoo");
    }

    @Test
    void a_deployment_that_says_nothing_books_in_the_sandbox() {
        assertThat(names(Map.of()))
                .isEqualTo(new ErpNames(Map.of("sandbox", "sandbox"), Optional.of("sandbox")));
    }

    @Test
    void several_instances_may_stand_beside_the_one_that_was_there_before() {
        var names = names(Map.of("orderloom.erp", "odoo", "orderloom.erps", TWO));

        assertThat(names.connectors())
                .isEqualTo(Map.of("odoo", "odoo", "us-books", "odoo", "eu-books", "odoo"));
        assertThat(names.routed(Optional.empty())).isEqualTo("odoo");
        assertThat(names.routed(Optional.of("us-books"))).isEqualTo("us-books");
    }

    @Test
    void the_default_erp_may_be_one_of_several() {
        var names = names(Map.of("orderloom.erp", "us-books", "orderloom.erps", TWO));

        assertThat(names.connectors()).containsOnlyKeys("us-books", "eu-books");
        assertThat(names.routed(Optional.empty())).isEqualTo("us-books");
    }

    @Test
    void with_several_erps_and_no_default_each_channel_has_to_name_one() {
        var names = names(Map.of("orderloom.erps", TWO));

        assertThat(names.routed(Optional.of("eu-books"))).isEqualTo("eu-books");
        assertThatThrownBy(() -> names.routed(Optional.empty()))
                .isInstanceOf(ChannelEntry.Unusable.class)
                .hasMessage("erp is missing; name one of eu-books, us-books");
    }

    @Test
    void a_name_whose_variables_could_belong_to_another_erp_is_ignored() {
        var names =
                names(
                        Map.of(
                                "orderloom.erps",
                                "{\"us_books\":{\"type\":\"odoo\"},\"us-books\":{\"type\":\"odoo\"}}"));

        assertThat(names.connectors()).containsOnlyKeys("us-books");
    }

    @Test
    void a_setting_that_is_no_json_is_refused_by_its_name() {
        assertThatThrownBy(() -> names(Map.of("orderloom.erps", "us=odoo")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("ORDERLOOM_ERPS is no JSON object; correct it");
    }
}
