package io.orderloom.simulation.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.simulation.wire.AdminDocuments.Asked;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdminWireTest {

    @Test
    void a_field_that_is_not_requested_is_not_returned() {
        var asked = new Asked("query { order(id: \"1\") { id } }", Map.of());

        var reply = AdminDocuments.answer(asked, Map.of("order", Map.of("id", "1", "note", "x")));

        assertThat(reply.body()).isEqualTo("{\"data\":{\"order\":{\"id\":\"1\"}}}");
    }

    @Test
    void a_request_that_shopify_would_not_understand_ends_the_run() {
        var asked = new Asked("query { order(id: \"1\") { wishes } }", Map.of());

        assertThatThrownBy(() -> AdminDocuments.answer(asked, Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("wishes");
    }
}
