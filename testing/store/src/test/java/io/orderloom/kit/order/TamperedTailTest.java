package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.exception.Fingerprint;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The store adds no entry after one that was tampered with. */
class TamperedTailTest {
    private final Shelf shelf = new Shelf();

    private static OrderId id(String order) {
        return new OrderId("demo-shop", order);
    }

    private void placed(OrderId order) {
        shelf.orders.ingest(SampleFacts.placed(SampleFacts.named(order)), Samples.PROFILE);
    }

    private Map<String, AttributeValue> state(OrderId order) {
        return shelf.store.read(order, List.of(Items.STATE)).getOrDefault(Items.STATE, Map.of());
    }

    private void tamper(OrderId order, Consumer<Map<String, AttributeValue>> how) {
        var item = new HashMap<>(state(order));
        how.accept(item);
        shelf.dynamo.putItem(r -> r.tableName(Table.NAME).item(item));
    }

    private void assertNothingIsAppended(OrderId order, String what) {
        var before = shelf.items(order);

        assertThatThrownBy(() -> shelf.orders.ingest(SampleFacts.held(order, 9), Samples.PROFILE))
                .isInstanceOf(LogTampered.class)
                .hasMessageContaining("log-tampered")
                .hasMessageContaining(order.toString())
                .hasMessageContaining(what);

        assertThat(shelf.items(order)).containsAll(before).hasSize(before.size() + 1);
        assertThat(shelf.exceptions.find(Items.partition(order), fingerprint(order)))
                .hasValueSatisfying(kept -> {
                    assertThat(kept.value().what().type()).isEqualTo(Type.CONFLICT);
                    assertThat(kept.value().what().path()).startsWith("FACT#");
                    assertThat(kept.value().what().fingerprint())
                            .isInstanceOf(Fingerprint.OfTamperedLog.class);
                });
    }

    private String fingerprint(OrderId order) {
        return "log-tampered|" + Items.version(state(order));
    }

    @Test
    void a_first_entry_whose_bytes_were_changed_gets_no_successor() {
        var order = id("tampered-0");
        placed(order);
        var other = id("tampered-other");
        placed(other);

        tamper(order, item -> item.put("e", Items.attribute(state(other), "e")));

        assertNothingIsAppended(order, "its bytes do not give its hash");
    }

    @Test
    void a_later_entry_whose_bytes_were_changed_gets_no_successor() {
        var order = id("tampered-1");
        placed(order);
        var first = Items.attribute(state(order), "e");
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);

        tamper(order, item -> item.put("e", first));

        assertNothingIsAppended(order, "its bytes do not give its hash");
    }

    @Test
    void an_entry_under_another_fact_s_key_gets_no_successor() {
        var order = id("tampered-2");
        placed(order);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);

        tamper(order, item -> item.put("f", Items.text("FACT#of-another")));

        assertNothingIsAppended(order, "it is the entry of another fact");
    }

    @Test
    void another_entry_under_the_newest_one_s_key_is_not_written_over() {
        var order = id("tampered-6");
        placed(order);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);
        var tail = LogTail.of(state(order)).orElseThrow();
        var forged = new HashMap<>(tail);
        forged.put(Items.BODY, Items.attribute(state(order), Items.BODY));
        shelf.dynamo.putItem(r -> r.tableName(Table.NAME).item(forged));

        assertNothingIsAppended(order, "another entry lies under its key");
    }

    @Test
    void an_entry_that_lies_under_its_key_already_gets_its_successor() {
        var order = id("tampered-7");
        placed(order);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);
        var tail = LogTail.of(state(order)).orElseThrow();
        shelf.dynamo.putItem(r -> r.tableName(Table.NAME).item(tail));

        shelf.orders.ingest(SampleFacts.held(order, 9), Samples.PROFILE);

        assertThat(Items.version(state(order))).isEqualTo(3);
    }

    @Test
    void a_state_whose_hash_was_changed_gets_no_successor() {
        var order = id("tampered-3");
        placed(order);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);

        tamper(order, item -> item.put("h", Items.binary(new byte[32])));

        assertNothingIsAppended(order, "its bytes do not give its hash");
    }

    @Test
    void a_log_that_is_put_right_goes_on() {
        var order = id("tampered-4");
        placed(order);
        var good = state(order);
        tamper(order, item -> item.put("h", Items.binary(new byte[32])));
        assertNothingIsAppended(order, "its bytes do not give its hash");

        tamper(order, item -> item.putAll(good));

        assertThat(shelf.orders.ingest(SampleFacts.held(order, 9), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);
        assertThat(OrderLogCheck.of(order, shelf.items(order)).tampered()).isEmpty();
    }

    /** This version writes no hash of an earlier entry, and keeps one that is there. */
    @Test
    void a_hash_of_an_earlier_entry_that_the_previous_version_leaves_is_no_tampering() {
        var order = id("tampered-5");
        placed(order);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);
        var chained = Items.attribute(state(order), "p");
        shelf.orders.ingest(SampleFacts.held(order, 2), Samples.PROFILE);

        tamper(order, item -> item.put("p", chained));

        assertThat(shelf.orders.ingest(SampleFacts.held(order, 3), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);
        assertThat(OrderLogCheck.of(order, shelf.items(order)).tampered()).isEmpty();
    }
}
