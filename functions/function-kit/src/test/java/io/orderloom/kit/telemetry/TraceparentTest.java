package io.orderloom.kit.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    @Test
    void the_trace_of_x_ray_is_the_same_trace_in_w3c_s_form() {
        var header = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

        assertThat(Traceparent.of(header))
                .contains("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01");
    }

    @Test
    void a_trace_that_is_not_sampled_stays_so_whatever_else_the_header_holds() {
        var header =
                "Root=1-5759e988-bd862e3fe1be46a994272793; Parent=53995c3f42cd8ad8;Lineage=1:a:0";

        assertThat(Traceparent.of(header))
                .contains("00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Root=1-5759e988-bd862e3fe1be46a994272793;Sampled=1",
                "Root=2-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8",
                "Root=1-5759e988-bd86;Parent=53995c3f42cd8ad8",
                "Parent=53995c3f42cd8ad8;Sampled=1"
            })
    void a_header_that_names_no_trace_and_parent_is_none(String header) {
        assertThat(Traceparent.of(header)).isEmpty();
    }
}
