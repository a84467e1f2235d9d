package io.orderloom.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Await;
import io.orderloom.embedded.ErpChoice;
import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.demo.SampleOrder.Item;
import io.orderloom.embedded.demo.ShopifyPayload;
import io.orderloom.embedded.erp.PostingRules;
import io.orderloom.topology.Function;
import io.orderloom.topology.LogCheck;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Schedule;
import io.orderloom.topology.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Queues that are purged while orders are in progress. */
class LostMessagesJourneyTest {
    private static final List<Queue> PURGED = List.of(Queue.ERP, Queue.STATUS, Queue.COMPENSATION);
    private static final Function[] CONSUMERS = {
        Function.ERP_POST, Function.STATUS_FANOUT, Function.REFUND_COMPENSATION
    };
    private static final Duration DUE_AFTER = Duration.ofSeconds(3);

    @TempDir static Path data;

    private static Journey journey;

    @BeforeAll
    static void start() throws InterruptedException {
        journey =
                Journey.start(
                        Journey.options()
                                .erp(new ErpChoice.Sandbox(PostingRules.DEFAULT))
                                .data(data)
                                .schedules(false)
                                .environment(
                                        Map.of("ORDERLOOM_DUE_AFTER", DUE_AFTER.toSeconds() + "s"))
                                .build());
    }

    @AfterAll
    static void stop() {
        journey.close();
    }

    private static List<SampleOrder> orders(int from, int many) {
        return LongStream.range(from, from + many)
                .mapToObj(id ->
                        new SampleOrder(
                                id,
                                List.of(new Item("POT-12", "Teapot, 0.8 l", 2, 3_999, 1_111)),
                                595))
                .toList();
    }

    private static void send(String topic, List<byte[]> bodies) throws Exception {
        for (var body : bodies) {
            journey.shop().send(topic, body);
        }
    }

    private static int waiting(Queue queue) {
        return journey.stack().queues().depth(queue).waiting();
    }

    private static void purge() {
        try (var sqs = LocalAws.sqs(journey.stack().sqsEndpoint())) {
            for (var queue : PURGED) {
                sqs.purgeQueue(r -> r.queueUrl(journey.stack().queues().url(queue)));
            }
        }
    }

    private static void awaitTold(List<SampleOrder> orders, String kind)
            throws InterruptedException {
        for (var order : orders) {
            journey.await(order.id(), kind);
        }
    }

    @Test
    void every_order_whose_message_was_purged_is_found_by_one_sweep_booked_once_and_published()
            throws Exception {
        var undone = orders(7_001, 12);
        send("orders/create", undone.stream().map(ShopifyPayload::created).toList());
        awaitTold(undone, "posted");
        journey.awaitQuiet();
        var fresh = orders(7_101, 24);
        journey.stack().starve(CONSUMERS);
        send("orders/create", fresh.stream().map(ShopifyPayload::created).toList());
        send("orders/cancelled", undone.stream().map(ShopifyPayload::cancelled).toList());
        Await.until(Journey.PATIENCE, () -> waiting(Queue.ERP) == fresh.size());
        Await.until(Journey.PATIENCE, () -> waiting(Queue.COMPENSATION) == undone.size());
        Await.until(Journey.PATIENCE, () -> waiting(Queue.STATUS) == fresh.size() + undone.size());

        purge();
        for (var consumer : CONSUMERS) {
            journey.stack().feed(consumer);
        }
        journey.awaitQuiet();
        assertThat(journey.documents(fresh.getFirst().id())).as("all is lost").isEmpty();
        var due = Instant.now().plus(DUE_AFTER).plusSeconds(1);
        Await.until(Journey.PATIENCE, () -> Instant.now().isAfter(due));
        journey.stack().schedules().call(Schedule.WORK);

        awaitTold(fresh, "posted");
        awaitTold(undone, "refunded");
        journey.awaitQuiet();
        for (var order : fresh) {
            assertThat(journey.documents(order.id())).hasSize(1);
            assertThat(journey.kindsTold(order.id()))
                    .containsExactlyInAnyOrder("accepted", "posted");
        }
        for (var order : undone) {
            assertThat(journey.documents(order.id()))
                    .singleElement()
                    .satisfies(document -> assertThat(document.cancelled()).isTrue());
            assertThat(journey.stack().shop().refunds(Long.toString(order.id()))).hasSize(1);
            assertThat(journey.kindsTold(order.id())).contains("cancelled", "refunded");
        }
    }

    private static List<String> heads(Path kept) throws IOException {
        return Files.readAllLines(kept.resolve("0" + LogCheck.ENDING));
    }

    /** Replaces the hash of an entry in the order's log by a forged one. */
    private static void forge(SampleOrder order) {
        var partition = AttributeValue.fromS("ORDER#demo-shop:" + order.id());
        try (var dynamo = LocalAws.dynamoDb(journey.stack().dynamoDbEndpoint())) {
            var entry =
                    dynamo.query(r ->
                                    r.tableName(Table.NAME)
                                            .keyConditionExpression(
                                                    "%s = :order and begins_with(%s, :entry)"
                                                            .formatted(
                                                                    Table.PARTITION_KEY,
                                                                    Table.SORT_KEY))
                                            .expressionAttributeValues(
                                                    Map.of(
                                                            ":order",
                                                            partition,
                                                            ":entry",
                                                            AttributeValue.fromS("FACT#"))))
                            .items()
                            .getFirst();
            var forged = new HashMap<>(entry);
            forged.put("h", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[32])));
            dynamo.putItem(r -> r.tableName(Table.NAME).item(forged));
        }
    }

    @Test
    void the_nightly_check_keeps_the_head_of_an_unchanged_log_and_names_a_changed_one()
            throws Exception {
        var orders = orders(7_201, 2);
        send("orders/create", orders.stream().map(ShopifyPayload::created).toList());
        awaitTold(orders, "posted");
        journey.awaitQuiet();
        var before = heads(journey.stack().logChecks().run());

        forge(orders.getFirst());
        var after = heads(journey.stack().logChecks().run());

        assertThat(before).anyMatch(head -> head.contains("\"demo-shop:7201\""));
        assertThat(after)
                .anyMatch(head -> head.contains("\"demo-shop:7202\""))
                .noneMatch(head -> head.contains("\"demo-shop:7201\""));
        journey.await(orders.getFirst().id(), "exception_raised");
    }
}
