package io.orderloom.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.ProcessFact;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.kit.order.OrderScan;
import io.orderloom.kit.order.Shelf;
import io.orderloom.order.Hold;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Table;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The list of orders, from the states of a real table. */
class OrdersDeskTest {
    private static final String INSTANCE = "listed-shop";

    private final Emulators emulators = Emulators.shared();
    private final Shelf shelf = new Shelf();

    private record Said(boolean all, String text, String aside) {
        List<String> orders() {
            return text.lines()
                    .filter(line -> line.startsWith(INSTANCE))
                    .map(line -> line.split(" ", 2)[0].substring(INSTANCE.length() + 1))
                    .toList();
        }
    }

    /** Other tests use the same table, and these orders are counted. */
    @BeforeEach
    void no_order_of_another_test() {
        emulators.dynamo().scanPaginator(r -> r.tableName(Table.NAME)).items().stream()
                .map(item -> Map.of("pk", text(item, "pk"), "sk", text(item, "sk")))
                .forEach(key ->
                        emulators.dynamo().deleteItem(r -> r.tableName(Table.NAME).key(key)));
    }

    private static AttributeValue text(Map<String, AttributeValue> item, String name) {
        return AttributeValue.fromS(item.getOrDefault(name, AttributeValue.fromS("")).s());
    }

    private Said say(String... values) {
        return say((InstantSource) () -> Shelf.NOW, values);
    }

    private Said say(InstantSource clock, String... values) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var words = Stream.concat(Stream.of("orders"), Stream.of(values)).toList();
        boolean all =
                new OrdersDesk(
                                new OrderScan(emulators.dynamo(), Table.NAME),
                                clock,
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8))
                        .list(CommandArguments.of(words));
        return new Said(all, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static Provenance by(String kind, OrderId order, Instant at) {
        return by(Role.COMMERCE, kind, order, at);
    }

    private static Provenance by(Role role, String kind, OrderId order, Instant at) {
        return new Provenance(
                new FactKey("shopify/" + INSTANCE, kind, order.channelOrderId(), "1"),
                role,
                at,
                at,
                Samples.CORRELATION);
    }

    private OrderId placed(String id, Instant at) {
        var order = new OrderId(INSTANCE, id);
        shelf.orders.ingest(
                new Fact.OrderPlaced(by(Fact.OrderPlaced.KIND, order, at), named(order)),
                Samples.PROFILE);
        return order;
    }

    private static Order named(OrderId id) {
        var sample = Samples.order();
        return new Order(
                id,
                sample.channel(),
                sample.references(),
                sample.sourceRevision(),
                sample.placedAt(),
                sample.sellingZone(),
                sample.businessDate(),
                sample.flags(),
                sample.customer(),
                sample.lines(),
                sample.discounts(),
                sample.shippingCharges(),
                sample.fulfilmentGroups(),
                sample.orderTaxLines(),
                sample.paymentStatus(),
                sample.captured(),
                sample.declared());
    }

    private void held(OrderId order, Instant at) {
        shelf.orders.ingest(
                new ProcessFact.HoldPlaced(
                        by(Role.MIDDLEWARE, ProcessFact.HoldPlaced.KIND, order, at),
                        order,
                        "look",
                        Hold.Kind.MANUAL,
                        "somebody looks at it"),
                Samples.PROFILE);
    }

    private void cancelled(OrderId order, Instant at) {
        shelf.orders.ingest(
                new Fact.OrderCancelled(
                        by(Fact.OrderCancelled.KIND, order, at),
                        order,
                        "customer",
                        Samples.usd("38.34")),
                Samples.PROFILE);
    }

    private static Instant minute(int minute) {
        return Samples.NOW.plus(Duration.ofMinutes(minute));
    }

    @Test
    void the_order_that_changed_last_is_first_and_each_line_says_how_it_stands() {
        placed("1", minute(2));
        var changed = placed("2", minute(1));
        placed("3", minute(3));
        held(changed, minute(9));

        var said = say();

        assertThat(said.orders()).containsExactly("2", "3", "1");
        assertThat(said.text())
                .containsPattern(
                        "ORDER +CHANGED +TOTAL +INTAKE +PAYMENT +FULFILMENT +FINANCE +WAITS FOR")
                .containsPattern(
                        "listed-shop:2 +2026-11-02T15:13:05Z +38.34 USD +held +paid +open +\\w+")
                .contains("holds[look]: its release")
                .containsPattern("listed-shop:3 .*accepted .*to_post +erp-post")
                .contains("3 listed, of 3 read, since no index lists orders by time.");
        assertThat(said.aside()).isEmpty();
    }

    @Test
    void no_more_than_the_limit_are_listed_and_they_are_the_newest() {
        IntStream.rangeClosed(1, 9).forEach(n -> placed("n" + n, minute(n * 7 % 10)));

        var said = say("LIMIT=3");

        assertThat(said.orders()).containsExactly("n7", "n4", "n1");
        assertThat(said.text())
                .contains("3 listed, the newest of 9 (LIMIT=… lists more), of 9 read");
    }

    @Test
    void a_state_asks_for_the_orders_with_this_word_on_any_axis_or_on_a_named_one() {
        placed("plain", minute(1));
        held(placed("waiting", minute(2)), minute(3));
        cancelled(placed("gone", minute(4)), minute(5));

        assertThat(say("STATE=held").orders()).containsExactly("waiting");
        assertThat(say("STATE=CANCELLED").orders()).containsExactly("gone");
        assertThat(say("STATE=intake.cancelled").orders()).containsExactly("gone");
        assertThat(say("STATE=finance.cancelled").orders()).isEmpty();
    }

    @Test
    void facts_whose_order_has_not_come_wait_for_it() {
        cancelled(new OrderId(INSTANCE, "early"), minute(1));

        var said = say("STATE=expected");

        assertThat(said.orders()).containsExactly("early");
        assertThat(said.text()).contains("the order itself");
    }

    @Test
    void a_channel_asks_for_the_orders_of_one_instance_and_an_unknown_one_is_refused_by_name() {
        placed("1", minute(1));
        shelf.orders.ingest(Samples.placed(), Samples.PROFILE);

        assertThat(say("CHANNEL=" + INSTANCE).orders()).containsExactly("1");
        assertThatThrownBy(() -> say("CHANNEL=eu-shop"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "CHANNEL: no order is of 'eu-shop'; the table has orders of demo-shop, listed-shop");
    }

    @Test
    void a_word_or_a_limit_that_does_not_exist_is_refused_with_those_that_do() {
        assertThatThrownBy(() -> say("STATE=waiting"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("STATE: 'waiting' is no status")
                .hasMessageContaining("intake      expected, accepted, held, cancelled");
        assertThatThrownBy(() -> say("STATE=finance.held")).isInstanceOf(UsageException.class);
        for (var limit : List.of("0", "1001", "-1", "many", "99999999999")) {
            assertThatThrownBy(() -> say("LIMIT=" + limit))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("from 1 to 1000");
        }
    }

    @Test
    void a_state_that_can_not_be_read_is_named_and_the_others_are_listed() {
        var broken = placed("broken", minute(1));
        placed("whole", minute(2));
        emulators
                .dynamo()
                .updateItem(r ->
                        r.tableName(Table.NAME)
                                .key(
                                        Map.of(
                                                "pk", AttributeValue.fromS("ORDER#" + broken),
                                                "sk", AttributeValue.fromS("STATE")))
                                .updateExpression("SET d = :no")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":no",
                                                AttributeValue.fromB(
                                                        SdkBytes.fromUtf8String("no body")))));

        var said = say();

        assertThat(said.orders()).contains("whole");
        assertThat(said.text()).contains("listed-shop:broken can't be read: ");
        assertThat(said.all()).isFalse();
    }

    @Test
    void a_scan_that_takes_long_says_that_it_goes_on() {
        placed("1", minute(1));
        var ticks = IntStream.iterate(0, n -> n + 4).iterator();

        var said = say((InstantSource) () -> Shelf.NOW.plusSeconds(ticks.next()));

        assertThat(said.aside()).contains("items of the table looked at");
    }

    @Test
    void an_empty_table_is_no_mistake() {
        assertThat(say().text()).startsWith("0 listed, of 0 read");
    }
}
