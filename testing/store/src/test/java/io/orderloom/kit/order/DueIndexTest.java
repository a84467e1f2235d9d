package io.orderloom.kit.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.LifecycleEvent;
import io.orderloom.core.Message;
import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Fact;
import io.orderloom.kit.order.DueIndex.Entry;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An order is in the index from the commit that makes something due until that is settled. */
class DueIndexTest {
    private static final Instant SINCE = Samples.NOW.truncatedTo(ChronoUnit.SECONDS);
    private static final Duration AFTER = Duration.ofMinutes(30);

    private static final PostingProfile PROFILE = Samples.PROFILE;

    private final Shelf shelf = new Shelf();

    private static OrderId id(String order) {
        return new OrderId("demo-shop", order);
    }

    private List<LifecycleEvent> ingested(Fact fact) {
        return shelf.orders.ingest(fact, PROFILE).messages().stream()
                .filter(Message.PublishEvent.class::isInstance)
                .map(message -> ((Message.PublishEvent) message).event())
                .toList();
    }

    private LifecycleEvent placed(OrderId order) {
        return ingested(SampleFacts.placed(SampleFacts.named(order))).getFirst();
    }

    /**
     * Holds the order and returns the event of the hold, the only thing that is due of a held
     * order.
     */
    private LifecycleEvent held(OrderId order) {
        return ingested(SampleFacts.held(order, 1)).getFirst();
    }

    private Optional<Entry> entry(OrderId order) {
        boolean named =
                shelf.due
                        .before(DueMarks.shard(order), Instant.parse("9999-12-31T00:00:00Z"))
                        .anyMatch(order::equals);
        var read = shelf.due.read(List.of(order), new OneByOne()).stream().findFirst();
        assertThat(named).as("the index names it").isEqualTo(read.isPresent());
        return read;
    }

    @Test
    void an_order_enters_the_index_when_it_is_placed_and_stays_after_its_event_is_delivered() {
        var order = id("due-1");

        var accepted = placed(order);

        assertThat(entry(order)).map(Entry::since).hasValue(SINCE);
        assertThat(entry(order))
                .map(Entry::events)
                .hasValueSatisfying(e -> assertThat(e).hasSize(1));
        shelf.tellings.told(accepted, List.of());
        assertThat(entry(order))
                .map(Entry::events)
                .hasValueSatisfying(e -> assertThat(e).isEmpty());
    }

    @Test
    void an_order_leaves_the_index_when_its_last_due_event_is_delivered() {
        var order = id("due-2");
        shelf.tellings.told(placed(order), List.of());

        var held = held(order);

        assertThat(entry(order)).isPresent();
        shelf.tellings.told(held, List.of());
        assertThat(entry(order)).isEmpty();
    }

    @Test
    void an_order_stays_in_the_index_while_an_earlier_event_is_undelivered() {
        var order = id("due-3");
        var accepted = placed(order);

        shelf.tellings.told(held(order), List.of());

        assertThat(entry(order))
                .map(Entry::events)
                .hasValueSatisfying(e -> assertThat(e).hasSize(1));
        shelf.tellings.told(accepted, List.of());
        assertThat(entry(order)).isEmpty();
    }

    @Test
    void an_event_that_is_delivered_while_a_fact_is_decided_stays_delivered() {
        var order = id("due-4");
        var accepted = placed(order);
        var fact = SampleFacts.held(order, 1);
        var read = shelf.store.find(order, fact.provenance().key());
        shelf.tellings.told(accepted, List.of());

        var events = shelf.orders.ingest(read, fact, PROFILE).messages();

        assertThat(entry(order))
                .map(Entry::events)
                .hasValueSatisfying(e -> assertThat(e).hasSize(1));
        shelf.tellings.told(((Message.PublishEvent) events.getFirst()).event(), List.of());
        assertThat(entry(order)).isEmpty();
    }

    @Test
    void a_subscriber_that_was_not_reached_keeps_the_order_in_the_index_until_it_is() {
        var order = id("due-5");
        shelf.tellings.told(placed(order), List.of());
        var held = held(order);

        shelf.tellings.told(held, List.of("crm"));

        assertThat(entry(order)).isPresent();
        shelf.tellings.told(held, "crm");
        assertThat(entry(order)).isEmpty();
    }

    @Test
    void uncovered_facts_keep_the_order_in_the_index_until_they_are_covered() {
        var order = id("due-10");
        shelf.tellings.told(placed(order), List.of());
        shelf.tellings.told(held(order), List.of());
        assertThat(entry(order)).isEmpty();

        ingested(SampleFacts.refunded(order, "50.00"))
                .forEach(event -> shelf.tellings.told(event, List.of()));

        assertThat(entry(order))
                .map(Entry::events)
                .hasValueSatisfying(e -> assertThat(e).isEmpty());
        ingested(SampleFacts.captured(order, "50.00"))
                .forEach(event -> shelf.tellings.told(event, List.of()));
        assertThat(entry(order)).isEmpty();
    }

    @Test
    void an_order_that_was_sent_again_is_next_due_when_its_age_has_doubled() {
        var order = id("due-6");
        placed(order);
        var now = SINCE.plus(AFTER);

        shelf.due.askLater(entry(order).orElseThrow(), now, AFTER);

        assertThat(entry(order)).map(Entry::asked).hasValue(SINCE.plus(AFTER));
        assertThat(entry(order)).map(Entry::since).hasValue(SINCE);
        shelf.due.askLater(entry(order).orElseThrow(), SINCE.plus(AFTER.multipliedBy(2)), AFTER);
        assertThat(entry(order)).map(Entry::asked).hasValue(SINCE.plus(AFTER.multipliedBy(3)));
    }

    @Test
    void an_order_that_changed_since_it_was_read_is_neither_moved_nor_removed() {
        var order = id("due-7");
        shelf.tellings.told(placed(order), List.of());
        var read = entry(order).orElseThrow();
        held(order);

        shelf.due.askLater(read, SINCE.plus(AFTER), AFTER);

        assertThat(shelf.due.takeOff(read)).isFalse();
        assertThat(entry(order)).map(Entry::asked).hasValue(SINCE);
    }

    @Test
    void an_order_that_is_in_the_index_by_mistake_is_removed() {
        var order = id("due-8");
        shelf.tellings.told(placed(order), List.of());
        shelf.tellings.told(held(order), List.of());
        shelf.dynamo.updateItem(r ->
                r.tableName(Table.NAME)
                        .key(Items.key(order, Items.STATE))
                        .updateExpression("SET dueIn = :shard, dueSince = :since")
                        .expressionAttributeValues(
                                Map.of(
                                        ":shard",
                                        AttributeValue.fromS(DueMarks.shard(order)),
                                        ":since",
                                        DueMarks.time(SINCE))));

        assertThat(shelf.due.takeOff(entry(order).orElseThrow())).isTrue();

        assertThat(entry(order)).isEmpty();
    }

    @Test
    void an_order_that_an_earlier_version_wrote_enters_with_its_next_fact() {
        var order = id("due-9");
        placed(order);
        shelf.dynamo.updateItem(r ->
                r.tableName(Table.NAME)
                        .key(Items.key(order, Items.STATE))
                        .updateExpression("REMOVE dueIn, dueSince, u, t"));
        assertThat(entry(order)).isEmpty();

        var held = held(order);

        assertThat(entry(order)).isPresent();
        shelf.tellings.told(held, List.of());
        assertThat(entry(order)).isEmpty();
    }
}
