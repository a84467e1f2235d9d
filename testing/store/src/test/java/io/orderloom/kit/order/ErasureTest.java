package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.Role;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Statement;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
                Payload.of(
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

    /** Ingests facts together with the payload that states them. */
    private void delivered(String id, Fact... facts) {
        shelf.deliveries.ingest(
                Delivery.of(
                        delivery(id),
                        Samples.PROFILE,
                        Statement.of(List.of(facts), Samples.personalData())));
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
    void a_payload_of_an_order_that_was_erased_before_it_arrived_is_kept_without_its_content() {
        var order = new OrderId("demo-shop", "erase-6");
        erase(order);

        delivered("d-1", SampleFacts.held(order, 1));

        assertEmpty(order, 1);
    }

    @Test
    void erasing_takes_names_and_payloads_and_leaves_the_order() {
        var order = order("erase-1");
        delivered("d-1", placed(order));
        assertThat(found(order.id()).personalData()).contains(Samples.personalData());

        assertThat(erase(order.id())).isEqualTo(1);

        assertThat(found(order.id()).personalData()).contains(PersonalData.NONE);
        assertThat(found(order.id()).document()).contains(order);
        assertThat(found(order.id()).state())
                .isInstanceOfSatisfying(Placed.class, p -> assertThat(p.erased()).isTrue());
        assertThat(shelf.sortKeys(order.id())).noneMatch(sort -> sort.startsWith(Items.RAW));
    }

    @Test
    void a_webhook_that_comes_again_brings_nothing_back() {
        var order = order("erase-2");
        delivered("d-1", placed(order));
        erase(order.id());

        delivered("d-2", placed(order));
        delivered("d-3", placed(order), SampleFacts.held(order.id(), 2));
        delivered("d-4", SampleFacts.held(order.id(), 1));

        assertThat(found(order.id()).personalData()).contains(PersonalData.NONE);
        assertEmpty(order.id(), 3);
    }

    @Test
    void an_order_that_arrives_after_its_erasure_is_kept_without_its_buyer() {
        var order = order("erase-3");
        erase(order.id());

        delivered("d-1", placed(order));

        assertThat(found(order.id()).document()).contains(order);
        assertThat(found(order.id()).personalData()).contains(PersonalData.NONE);
    }

    @Test
    void erasing_twice_has_the_effect_of_erasing_once() {
        var order = order("erase-4");
        shelf.orders.ingest(placed(order), Samples.PROFILE);
        erase(order.id());

        assertThat(erase(order.id())).isZero();

        assertThat(found(order.id()).state().version()).isEqualTo(2);
    }

    @Test
    void an_order_that_is_not_erased_keeps_every_payload() {
        var order = order("erase-5");
        delivered("d-1", placed(order));

        delivered("d-2", placed(order));

        assertThat(shelf.sortKeys(order.id())).contains(Items.RAW + "d-1", Items.RAW + "d-2");
    }

    @Test
    void an_edit_that_comes_after_an_erasure_keeps_its_document_and_no_content_of_its_payload() {
        var order = order("erase-7");
        delivered("d-1", placed(order));
        erase(order.id());
        var edited = SampleFacts.named(order.id(), Samples.edited(3));

        delivered(
                "d-2",
                new Fact.OrderEdited(
                        SampleFacts.by(
                                "shopify/demo-shop",
                                Fact.OrderEdited.KIND,
                                order.id(),
                                Role.COMMERCE,
                                "e"),
                        edited));

        assertThat(found(order.id()).document()).contains(edited);
        assertEmpty(order.id(), 1);
    }
}
