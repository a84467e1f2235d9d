package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.orderloom.core.OrderState;
import io.orderloom.core.PostingProfile;
import io.orderloom.kit.order.CheckedLog.Tampered;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The log check names each kind of tampering with an order's items. */
class OrderLogCheckTest {
    private final Shelf shelf = new Shelf();

    /** An order of five entries, of which the newest is in the state's item. */
    private List<Map<String, AttributeValue>> items(OrderId order) {
        shelf.orders.ingest(SampleFacts.placed(SampleFacts.named(order)), Samples.PROFILE);
        for (int n = 1; n < 5; n++) {
            shelf.orders.ingest(SampleFacts.held(order, n), Samples.PROFILE);
        }
        return shelf.items(order);
    }

    private static OrderId id(String order) {
        return new OrderId("demo-shop", order);
    }

    private static String held(OrderId order, int n) {
        return Items.fact(SampleFacts.held(order, n).provenance().key());
    }

    private static List<Map<String, AttributeValue>> with(
            List<Map<String, AttributeValue>> items,
            String sort,
            UnaryOperator<Map<String, AttributeValue>> change) {
        return items.stream()
                .map(item ->
                        Items.sort(item).equals(sort) ? change.apply(new HashMap<>(item)) : item)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<String, AttributeValue> item(
            List<Map<String, AttributeValue>> items, String sort) {
        return items.stream().filter(i -> Items.sort(i).equals(sort)).findFirst().orElseThrow();
    }

    private static Map<String, AttributeValue> put(
            Map<String, AttributeValue> item, String name, AttributeValue value) {
        item.put(name, value);
        return item;
    }

    @Test
    void an_unchanged_log_passes() {
        var order = id("check-0");

        var checked = OrderLogCheck.of(order, items(order));

        assertThat(checked.tampered()).isEmpty();
        assertThat(checked.hashes()).hasSize(5);
    }

    @Test
    void a_state_from_which_an_older_version_dropped_the_erp_is_no_tampering() {
        var order = id("check-erp");
        var named =
                new PostingProfile(
                        Samples.PROFILE.ledger(), Samples.PROFILE.testOrders(), Optional.of("us"));
        shelf.orders.ingest(SampleFacts.placed(SampleFacts.named(order)), named);
        var items = shelf.items(order);

        var byBoth = with(items, Items.STATE, OrderLogCheckTest::withoutErp);

        assertThat(byBoth).isNotEqualTo(items);
        assertThat(OrderLogCheck.of(order, byBoth).tampered()).isEmpty();
    }

    private static Map<String, AttributeValue> withoutErp(Map<String, AttributeValue> state) {
        return switch (Items.body(state, OrderState.class)) {
            case OrderState.Awaited _ -> state;
            case OrderState.Placed placed ->
                    put(state, Items.BODY, Items.body(placed.withoutErp()));
        };
    }

    @Test
    void an_entry_whose_bytes_were_changed_is_named_and_no_other() {
        var order = id("check-1");
        var items = items(order);
        var other = Items.attribute(item(items, held(order, 2)), Items.BODY);

        var checked =
                OrderLogCheck.of(
                        order, with(items, held(order, 1), item -> put(item, Items.BODY, other)));

        assertThat(checked.tampered())
                .extracting(Tampered::item, Tampered::what)
                .containsExactly(tuple(held(order, 1), "its bytes do not give its hash"));
    }

    @Test
    void a_removed_entry_is_reported_as_missing() {
        var order = id("check-2");
        var items = new ArrayList<>(items(order));
        items.removeIf(item -> Items.sort(item).equals(held(order, 2)));

        assertThat(OrderLogCheck.of(order, items).tampered())
                .containsExactly(new Tampered("FACT#… of version 3", "it is missing"));
    }

    @Test
    void two_swapped_entries_are_named() {
        var order = id("check-3");
        var items = items(order);
        var second = Items.attribute(item(items, held(order, 1)), Items.VERSION);
        var third = Items.attribute(item(items, held(order, 2)), Items.VERSION);

        var swapped =
                with(
                        with(items, held(order, 1), item -> put(item, Items.VERSION, third)),
                        held(order, 2),
                        item -> put(item, Items.VERSION, second));

        assertThat(OrderLogCheck.of(order, swapped).tampered())
                .extracting(Tampered::item)
                .contains(held(order, 1), held(order, 2));
    }

    @Test
    void a_state_that_its_log_does_not_give_is_named() {
        var order = id("check-4");
        var items = items(order);
        var other = id("check-5");
        var body = Items.attribute(item(items(other), Items.STATE), Items.BODY);

        var checked =
                OrderLogCheck.of(
                        order, with(items, Items.STATE, item -> put(item, Items.BODY, body)));

        assertThat(checked.tampered())
                .containsExactly(new Tampered(Items.STATE, "it is not what its log gives"));
    }

    @Test
    void a_newest_entry_that_was_removed_from_the_state_is_reported_as_missing() {
        var order = id("check-6");

        var checked =
                OrderLogCheck.of(
                        order,
                        with(
                                items(order),
                                Items.STATE,
                                item -> {
                                    item.keySet().removeAll(List.of("f", "e"));
                                    return item;
                                }));

        assertThat(checked.tampered())
                .containsExactly(new Tampered("FACT#… of version 5", "it is missing"));
    }

    @Test
    void a_log_that_was_written_anew_as_a_whole_is_shown_by_an_anchor_alone() {
        var order = id("check-7");
        var anchor = OrderLogCheck.of(order, items(order)).head().orElseThrow();
        shelf.items(order)
                .forEach(item ->
                        shelf.dynamo.deleteItem(
                                r -> r.tableName(Table.NAME).key(ItemKey.of(item).attributes())));
        shelf.orders.ingest(SampleFacts.placed(SampleFacts.named(order)), Samples.PROFILE);
        for (int n = 11; n < 16; n++) {
            shelf.orders.ingest(SampleFacts.held(order, n), Samples.PROFILE);
        }

        var anew = OrderLogCheck.of(order, shelf.items(order));

        assertThat(anew.tampered()).isEmpty();
        assertThat(anew.against(List.of(anchor)).tampered())
                .containsExactly(
                        new Tampered("FACT#… of version 5", "it is not the one that was anchored"));
    }
}
