package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.Decision;
import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fact.Role;
import io.orderloom.fact.Units;
import io.orderloom.kit.json.Json;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.source.Payload;
import io.orderloom.source.Statement;
import io.orderloom.task.TaskKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Orders at the size limits of items, transactions and messages. */
class LargeOrderTest {
    private static final int FACTS = 10_000;

    /** The number of facts that are ingested one by one, each in a transaction of its own. */
    private static final int INGESTED = 200;

    /** The size limit of an item (Amazon DynamoDB Developer Guide, "Constraints"). */
    private static final int LARGEST_ITEM = 400 * 1024;

    /** A size that Lambda's event source can always deliver, whatever else is in the batch. */
    private static final int LARGEST_MESSAGE = 256 * 1024;

    private final Shelf shelf = new Shelf();

    /** An incompressible delivery of about so many bytes. */
    private static InboundMessage delivery(String id, int bytes, long seed) {
        var body =
                "{\"note\":\"%s\"}".formatted(LargeOrders.text(new SplittableRandom(seed), bytes));
        return InboundMessage.of(
                "demo-shop",
                id,
                Samples.CORRELATION,
                Payload.of(Map.of(), body.getBytes(StandardCharsets.UTF_8), Samples.NOW),
                Map.of());
    }

    private void delivered(InboundMessage message, Order order) {
        shelf.deliveries.ingest(
                Delivery.of(
                        message,
                        Samples.PROFILE,
                        Statement.of(List.of(SampleFacts.placed(order)), Samples.personalData())));
    }

    private static int size(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(e -> e.getKey().length() + size(e.getValue()))
                .sum();
    }

    private static int size(AttributeValue value) {
        return value.b() != null
                ? value.b().asByteArrayUnsafe().length
                : value.s() != null ? value.s().length() : 8;
    }

    private Map<String, AttributeValue> item(OrderId order, String sort) {
        return Objects.requireNonNull(shelf.store.read(order, List.of(sort)).get(sort));
    }

    private void assertFits(OrderId order) {
        shelf.items(order)
                .forEach(item -> {
                    assertThat(size(item)).as(Items.sort(item)).isLessThan(LARGEST_ITEM);
                });
    }

    @Test
    void an_order_of_2000_lines_is_placed_kept_shipped_and_read_for_its_posting_seed_1() {
        var order = LargeOrders.of("large-1", 120, 1);

        delivered(delivery("large-1", 700_000, 2), order);
        var shipped =
                shelf.orders.ingest(
                        new FulfilmentFact.Shipped(
                                SampleFacts.by(
                                        "wms",
                                        FulfilmentFact.Shipped.KIND,
                                        order.id(),
                                        Role.WAREHOUSE,
                                        "s1"),
                                order.id(),
                                "s1",
                                order.lines().stream()
                                        .map(line -> Units.of(line.lineId(), 1))
                                        .toList()),
                        Samples.PROFILE);

        assertThat(shipped.as()).isEqualTo(IngestResult.As.NEW);
        assertFits(order.id());
        var found = shelf.tasks.find(order.id(), TaskKind.ERP_POST);
        assertThat(found.document()).contains(order);
        assertThat(((Placed) found.state()).quantities())
                .hasSize(LargeOrders.LINES)
                .allSatisfy(line -> assertThat(line.shipped().toString()).isEqualTo("1"));
        assertThat(shipped.messages())
                .anyMatch(m ->
                        m instanceof Message.PublishEvent(var event)
                                && event.type() == LifecycleEvent.Type.SHIPPED)
                .allSatisfy(m -> assertThat(Json.bytes(m).length).isLessThan(LARGEST_MESSAGE));
        assertThat(LogEntry.replay(order.id(), shelf.store.log(order.id())))
                .isEqualTo(found.state());
    }

    @Test
    void a_document_and_a_payload_larger_than_an_item_come_back_whole_seed_3() {
        var order = LargeOrders.of("large-2", 240, 3);
        var message = delivery("large-2", 700_000, 4);
        assertThat(message.packed().length).isGreaterThan(LARGEST_ITEM);

        delivered(message, order);
        delivered(message, order);

        assertFits(order.id());
        assertThat(shelf.sortKeys(order.id())).contains("DOC#1#part2");
        assertThat(shelf.tasks.find(order.id(), TaskKind.ERP_POST).document()).contains(order);
        var raw = Items.RAW + message.deliveryId();
        var read = item(order.id(), raw);
        assertThat(LargeItems.whole(read, shelf.reads.items(Set.copyOf(LargeItems.others(read)))))
                .isEqualTo(message.packed());
    }

    @Test
    void an_order_of_10000_facts_is_read_written_and_replayed_like_any_other() {
        var order = new OrderId("demo-shop", "long-1");
        written(order, FACTS - INGESTED);
        for (int n = FACTS - INGESTED; n < FACTS; n++) {
            shelf.orders.ingest(SampleFacts.held(order, n), Samples.PROFILE);
        }

        var stored = shelf.store.find(order, SampleFacts.held(order, FACTS - 1).provenance().key());
        assertThat(stored.state().version()).isEqualTo(FACTS);
        assertThat(stored.ingested()).isPresent();
        assertThat(shelf.orders.ingest(SampleFacts.held(order, 1), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.REPEATED);
        var log = shelf.store.log(order);
        assertThat(log).hasSize(FACTS);
        assertThat(LogEntry.replay(order, log)).isEqualTo(stored.state());
        assertThat(size(item(order, Items.STATE))).isLessThan(LARGEST_ITEM);
    }

    @Test
    void a_state_and_an_entry_that_fill_more_than_an_item_are_committed_as_two_seed_5() {
        var order =
                LargeOrders.of(
                        "large-3", 9, 5, n -> LargeOrders.text(new SplittableRandom(n), 110));

        assertThat(shelf.orders.ingest(SampleFacts.placed(order), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.NEW);
        assertThat(shelf.sortKeys(order.id())).hasSize(2).contains(Items.STATE);
        assertThat(shelf.orders.ingest(SampleFacts.placed(order), Samples.PROFILE).as())
                .isEqualTo(IngestResult.As.REPEATED);
        shelf.orders.ingest(SampleFacts.held(order.id(), 1), Samples.PROFILE);

        assertFits(order.id());
        var log = shelf.store.log(order.id());
        assertThat(log).hasSize(2);
        assertThat(LogEntry.replay(order.id(), log))
                .isEqualTo(
                        shelf.store
                                .find(order.id(), SampleFacts.placed(order).provenance().key())
                                .state());
        assertThat(HashChain.broken(shelf.links(order.id()))).isEmpty();
    }

    /** Writes an order with so many facts in the store's format, many in each request. */
    private void written(OrderId order, int facts) {
        var stored = OrderStore.unheardOf(order);
        var log = new ArrayList<Map<String, AttributeValue>>();
        for (int n = 0; n < facts; n++) {
            Fact fact =
                    n == 0
                            ? SampleFacts.placed(SampleFacts.named(order))
                            : SampleFacts.held(order, n);
            var decided = (Decision.Apply) OrderCore.decide(stored.state(), fact, Samples.PROFILE);
            var items = AppendedItems.of(stored, fact, decided.changeSet());
            stored = items.after();
            log.add(items.log());
            if (log.size() == 25 || n == facts - 1) {
                shelf.writes.put(List.copyOf(log));
                log.clear();
            }
            if (n == facts - 1) {
                shelf.writes.put(List.of(items.state()));
            }
        }
    }
}
