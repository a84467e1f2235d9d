package io.orderloom.simulation.odoo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class OdooServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private final OdooServer server = new OdooServer(new NoOrders(), InstantSource.fixed(NOW));

    @Test
    void an_external_id_names_one_record_and_a_repetition_leaves_it_alone() {
        var first = load("Ada", NOW);
        var again = load("Bea", NOW);

        assertThat(again).isEqualTo(first);
        assertThat(call("res.partner", "search_read", all(), NOW).findValuesAsText("name"))
                .containsExactly("Ada");
    }

    @Test
    void a_transaction_that_began_before_another_was_committed_is_refused_its_external_id() {
        load("Ada", NOW);

        var late = load("Ada", NOW.minusMillis(1));

        assertThat(late.path("ids").isBoolean()).isTrue();
        assertThat(late.path("messages").isEmpty()).isFalse();
    }

    private JsonNode load(String name, Instant begun) {
        var arguments =
                """
                {"fields": ["id", "name"], "data": [["orderloom.customer/1", "%s"]],
                 "context": {"mode": "update", "noupdate": true}}
                """
                        .formatted(name);
        return call("res.partner", "load", arguments, begun);
    }

    private static String all() {
        return "{\"domain\": [], \"fields\": [\"name\"]}";
    }

    private JsonNode call(String model, String method, String arguments, Instant begun) {
        try {
            var reply = server.call(model, method, JSON.readTree(arguments), begun);
            return JSON.readTree(reply.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static final class NoOrders implements OdooLedger {
        @Override
        public boolean sells(String sku) {
            return false;
        }

        @Override
        public long enter(Draft draft) {
            throw new AssertionError("no order is entered here");
        }

        @Override
        public void confirm(long id) {}

        @Override
        public void cancel(long id) {}
    }
}
