package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.MoneyAtRisk;
import io.orderloom.exception.OrderException;
import io.orderloom.fact.Fact;
import io.orderloom.kit.deadletter.DeadLetterKeeper;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.maintenance.deadletter.DeadLetterHandler;
import io.orderloom.money.Amount;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.simulation.aws.SimulatedTable;
import io.orderloom.simulation.aws.TableClient;
import io.orderloom.simulation.aws.TableTrouble;
import io.orderloom.simulation.effect.Boundaries;
import io.orderloom.task.Task;
import io.orderloom.task.TaskKind;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Items of a test order are marked, are settled without any notification, and are not counted. */
class TestOrderTest {
    private final Shelf shelf = new Shelf();

    /** A table of its own, for items that would disturb other tests. */
    private final TableClient table =
            new TableClient(new SimulatedTable(), Boundaries.STEADY, () -> TableTrouble.NONE);

    private final OrderStore store = OrderStore.plain(table, Table.NAME);
    private final Orders orders = new Orders(store);
    private final Tasks tasks = new Tasks(store, table, DefaultTable.name());
    private final ExceptionStore exceptions = new ExceptionStore(table, Table.NAME);

    private static OrderId id(String order) {
        return new OrderId("demo-shop", order);
    }

    private static Fact placed(OrderId order) {
        return SampleFacts.placed(SampleFacts.named(order, Samples.test(Samples.order())));
    }

    private LifecycleEvent accepted(OrderId order) {
        return shelf.orders.ingest(placed(order), Samples.PROFILE).messages().stream()
                .flatMap(message ->
                        message instanceof Message.PublishEvent(var event)
                                ? Stream.of(event)
                                : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_test_order_that_no_subscriber_asks_for_is_settled_and_its_progress_says_so() {
        var order = id("test-1");
        var progress = new OrderProgress(shelf.dynamo, Table.NAME);
        var event = accepted(order);
        var before = progress.of(order);

        shelf.tellings.owed(event, 0);
        shelf.tellings.told(event, List.of());

        assertThat(before).isEqualTo(OrderProgress.Stage.KNOWN);
        assertThat(progress.of(order)).isEqualTo(OrderProgress.Stage.TOLD);
        assertThat(progress.asked(order)).hasValue(0);
    }

    @Test
    void a_test_order_is_settled_only_after_the_subscriber_that_asks_is_notified() {
        var order = id("test-2");
        var progress = new OrderProgress(shelf.dynamo, Table.NAME);
        var event = accepted(order);

        shelf.tellings.owed(event, 1);
        shelf.tellings.told(event, List.of("crm"));
        var before = progress.of(order);
        shelf.tellings.told(event, "crm");

        assertThat(before).isEqualTo(OrderProgress.Stage.KNOWN);
        assertThat(progress.of(order)).isEqualTo(OrderProgress.Stage.TOLD);
        assertThat(progress.asked(order)).hasValue(1);
    }

    @Test
    void the_number_of_notified_subscribers_is_recorded_for_test_orders_only() {
        var order = id("test-3");
        var message =
                shelf.orders
                        .ingest(SampleFacts.placed(SampleFacts.named(order)), Samples.PROFILE)
                        .messages()
                        .getFirst();
        var before = shelf.items(order);

        shelf.tellings.owed(((Message.PublishEvent) message).event(), 1);

        assertThat(shelf.items(order)).isEqualTo(before);
    }

    @Test
    void exceptions_and_refunds_are_measured_for_all_but_test_orders() {
        for (var order : List.of(id("real"), id("tried"))) {
            boolean real = order.equals(id("real"));
            orders.ingest(
                    real ? SampleFacts.placed(SampleFacts.named(order)) : placed(order),
                    Samples.PROFILE);
            orders.ingest(SampleFacts.cancelled(order), Samples.PROFILE);
            orders.ingest(SampleFacts.skipped(order), Samples.PROFILE);
            orders.ingest(contradicting(order, real), Samples.PROFILE);
            tasks.save(
                    order,
                    TaskKind.REFUND,
                    new Task.Untried(),
                    new Task.InDoubt(1, 1, Shelf.NOW, "time-out"));
        }
        var counted = new ArrayList<OrderException>();
        var owed = new ArrayList<Amount>();
        var open = Shelf.openWork(table, () -> Shelf.NOW);

        open.exceptions(Shelf.NOW.plusSeconds(5), counted::add);
        open.refunds(Shelf.NOW.plusSeconds(5), owed::add);

        assertThat(exceptions.open()).hasSize(2);
        assertThat(counted).hasSize(1);
        assertThat(
                        MoneyAtRisk.of(
                                tasks.find(id("tried"), TaskKind.REFUND).state(), TaskKind.REFUND))
                .contains(Samples.usd("38.34"));
        assertThat(owed).containsExactly(Samples.usd("38.34"));
    }

    /** The same fact with a different total. */
    private static Fact contradicting(OrderId order, boolean real) {
        var other = SampleFacts.named(order, Samples.order(Samples.usd("38.30")));
        return SampleFacts.placed(real ? other : Samples.test(other));
    }

    @Test
    void a_dead_letter_about_a_test_order_is_marked_whichever_queue_gave_it_up() {
        var order = id("test-4");
        var accepted = orders.ingest(placed(order), Samples.PROFILE).messages().getFirst();
        var post = new Message.PostOrder(order + "/erp-post/1", order, "c-1");
        var letters =
                new DeadLetterHandler(
                        store,
                        new TableReads(table, Table.NAME),
                        new DeadLetterKeeper(
                                table, DefaultTable.SETTINGS, (InstantSource) () -> Shelf.NOW));

        letters.open(Queue.STATUS, dead("s", accepted));
        var told = letters.open(Queue.ERP, dead("e", post));

        assertThat(exceptions.open()).hasSize(2).noneMatch(kept -> kept.value().what().counts());
        assertThat(told)
                .singleElement()
                .matches(message -> ((Message.PublishEvent) message).event().mark().isPresent());
    }

    private static QueueRecord dead(String id, Message message) {
        return new QueueRecord(
                id, "handle", Json.text(message), Map.of("ApproximateReceiveCount", "4"), Map.of());
    }
}
