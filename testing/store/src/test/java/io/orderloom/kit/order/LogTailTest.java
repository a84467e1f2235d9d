package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The newest entry of a log is in the item of its state until the next one comes. */
class LogTailTest {
    private final Shelf shelf = new Shelf();

    private static OrderId id(String order) {
        return new OrderId("demo-shop", order);
    }

    private static Fact placed(OrderId order) {
        return SampleFacts.placed(SampleFacts.named(order));
    }

    private Fact ingested(OrderId order) {
        var fact = placed(order);
        assertThat(shelf.orders.ingest(fact, Samples.PROFILE).as()).isEqualTo(IngestResult.As.NEW);
        return fact;
    }

    /**
     * An order as the previous version writes it, and as this version does if state and entry don't
     * fit into one item.
     */
    private Fact placedInTwoItems(OrderId order) {
        var fact = placed(order);
        var before = OrderStore.unheardOf(order);
        var decided = (Decision.Apply) OrderCore.decide(before.state(), fact, Samples.PROFILE);
        var items = AppendedItems.of(before, fact, decided.changeSet());
        LogTail.of(items.state())
                .orElseThrow()
                .keySet()
                .forEach(name -> assertThat(items.log()).containsKey(name));
        items.state().keySet().removeAll(List.of("f", "e"));
        shelf.writes.put(List.of(items.state(), items.log()));
        return fact;
    }

    private void assertWhole(OrderId order, int facts) {
        var log = shelf.store.log(order);
        assertThat(log).hasSize(facts);
        assertThat(LogEntry.replay(order, log))
                .isEqualTo(shelf.store.find(order, placed(order).provenance().key()).state());
        assertThat(HashChain.broken(shelf.links(order))).isEqualTo(OptionalInt.empty());
    }

    @Test
    void a_log_whose_entries_are_items_of_their_own_goes_on_in_the_state() {
        var order = id("tail-0");
        var fact = placedInTwoItems(order);

        assertThat(shelf.orders.ingest(fact, Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.REPEATED);
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);
        shelf.orders.ingest(SampleFacts.held(order, 2), Samples.PROFILE);

        assertWhole(order, 3);
    }

    @Test
    void a_fact_whose_entry_is_in_the_state_is_recognized() {
        var order = id("tail-1");
        var fact = ingested(order);
        assertThat(shelf.sortKeys(order)).containsExactly(Items.STATE);

        var again = shelf.orders.ingest(fact, Samples.PROFILE);

        assertThat(again.as()).isEqualTo(IngestResult.As.REPEATED);
        assertThat(again.messages()).isNotEmpty();
        assertWhole(order, 1);
    }

    @Test
    void the_newest_entry_gets_an_item_of_its_own_before_the_next_one_is_committed() {
        var order = id("tail-2");
        var fact = ingested(order);

        assertThat(shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);
        assertThat(shelf.orders.ingest(SampleFacts.held(order, 2), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);

        assertThat(shelf.sortKeys(order)).contains(Items.fact(fact.provenance().key()));
        assertThat(shelf.orders.ingest(fact, Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.REPEATED);
        assertWhole(order, 3);
    }

    @Test
    void an_overtaken_process_moves_the_entry_again_and_changes_nothing() {
        var order = id("tail-3");
        ingested(order);
        var seen = shelf.store.find(order, SampleFacts.held(order, 1).provenance().key());
        shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE);
        shelf.orders.ingest(SampleFacts.held(order, 2), Samples.PROFILE);

        assertThat(shelf.orders.ingest(seen, SampleFacts.held(order, 3), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);

        assertWhole(order, 4);
    }

    @Test
    void a_process_with_an_old_reading_does_not_ingest_a_fact_twice() {
        var order = id("tail-4");
        ingested(order);
        var fact = SampleFacts.held(order, 1);
        var seen = shelf.store.find(order, fact.provenance().key());
        shelf.orders.ingest(fact, Samples.PROFILE);

        var tail = shelf.orders.ingest(seen, fact, Samples.PROFILE).as();
        shelf.orders.ingest(SampleFacts.held(order, 2), Samples.PROFILE);
        var moved = shelf.orders.ingest(seen, fact, Samples.PROFILE).as();

        assertThat(List.of(tail, moved)).containsOnly(IngestResult.As.REPEATED);
        assertWhole(order, 3);
    }
}
