package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.channel.Webhook;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.sample.Samples;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Erased data does not come back with a later webhook. */
class ErasureTest {
    private final Shelf shelf = new Shelf();
    private final Erasure erasure = new Erasure(shelf.dynamo, Table.NAME);

    private static Order order(String id) {
        return SampleFacts.named(new OrderId("demo-shop", id));
    }

    private static InboundMessage delivery(String id) {
        return InboundMessage.of(
                "demo-shop",
                id,
                Samples.CORRELATION,
                Webhook.of(
                        Map.of(),
                        "{\"email\":\"ada@example.org\"}".getBytes(StandardCharsets.UTF_8),
                        Samples.NOW),
                Map.of());
    }

    private static Fact.OrderPlaced placed(Order order) {
        return SampleFacts.placed(order);
    }

    private int erase(OrderId order) {
        return erasure.erase(order, Samples.PROFILE, "c-erase", Shelf.NOW);
    }

    private TaskContext found(OrderId order) {
        return shelf.tasks.find(order, TaskKind.ERP_POST);
    }

    /** Ingests a later fact about the order, as normalize does. */
    private void taken(InboundMessage message, Fact fact) {
        shelf.payloads.keep(fact.orderId(), message);
        if (shelf.orders.ingest(fact, Samples.PROFILE).erased()) {
            shelf.payloads.empty(fact.orderId(), message);
        }
    }

    private void assertEmpty(OrderId order, int payloads) {
        assertThat(shelf.items(order))
                .filteredOn(item -> Items.sort(item).startsWith(Items.RAW))
                .hasSize(payloads)
                .allSatisfy(item ->
                        assertThat(item)
                                .containsOnlyKeys(
                                        Table.PARTITION_KEY, Table.SORT_KEY, Table.TIME_TO_LIVE));
    }

    @Test
    void what_is_said_of_an_order_that_was_erased_before_it_came_is_kept_without_its_words() {
        var order = new OrderId("demo-shop", "erase-6");
        erase(order);

        taken(delivery("d-1"), SampleFacts.held(order, 1));

        assertEmpty(order, 1);
    }

    @Test
    void erasing_takes_names_and_payloads_and_leaves_the_order() {
        var order = order("erase-1");
        shelf.orders.ingest(placed(order), Samples.PROFILE);
        shelf.payloads.keep(delivery("d-1"), order, Samples.personalData());
        assertThat(found(order.id()).personalData()).isEqualTo(Samples.personalData());

        assertThat(erase(order.id())).isEqualTo(1);

        assertThat(found(order.id()).personalData()).isEqualTo(PersonalData.NONE);
        assertThat(found(order.id()).document()).contains(order);
        assertThat(found(order.id()).state())
                .isInstanceOfSatisfying(Placed.class, p -> assertThat(p.erased()).isTrue());
        assertThat(shelf.sortKeys(order.id())).noneMatch(sort -> sort.startsWith(Items.RAW));
    }

    @Test
    void a_webhook_that_comes_again_brings_nothing_back() {
        var order = order("erase-2");
        shelf.orders.ingest(placed(order), Samples.PROFILE);
        shelf.payloads.keep(delivery("d-1"), order, Samples.personalData());
        erase(order.id());

        shelf.payloads.keepMissing(delivery("d-2"), order, Samples.personalData());
        shelf.payloads.keepUnlessErased(order.id(), delivery("d-3"));
        taken(delivery("d-4"), SampleFacts.held(order.id(), 1));

        assertThat(found(order.id()).personalData()).isEqualTo(PersonalData.NONE);
        assertEmpty(order.id(), 3);
    }

    @Test
    void an_order_that_comes_after_its_erasure_is_kept_without_its_buyer() {
        var order = order("erase-3");
        erase(order.id());

        var absorbed = shelf.orders.ingest(placed(order), Samples.PROFILE);
        assertThat(absorbed.as()).isEqualTo(IngestResult.As.NEW);
        assertThat(absorbed.erased()).isTrue();
        shelf.payloads.keepWithoutPersonalData(order);

        assertThat(found(order.id()).document()).contains(order);
        assertThat(found(order.id()).personalData()).isEqualTo(PersonalData.NONE);
    }

    @Test
    void erasing_twice_is_erasing_once() {
        var order = order("erase-4");
        shelf.orders.ingest(placed(order), Samples.PROFILE);
        erase(order.id());

        assertThat(erase(order.id())).isZero();

        assertThat(found(order.id()).state().version()).isEqualTo(2);
    }

    @Test
    void an_order_that_is_not_erased_keeps_every_payload() {
        var order = order("erase-5");
        shelf.orders.ingest(placed(order), Samples.PROFILE);
        shelf.payloads.keep(delivery("d-1"), order, Samples.personalData());

        shelf.payloads.keepMissing(delivery("d-2"), order, Samples.personalData());

        assertThat(shelf.sortKeys(order.id())).contains(Items.RAW + "d-1", Items.RAW + "d-2");
    }
}
