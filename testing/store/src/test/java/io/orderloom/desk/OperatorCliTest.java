package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.orderloom.core.Message;
import io.orderloom.core.Message.PostOrder;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.HistoryEntry;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.kit.json.Json;
import io.orderloom.kit.order.ExceptionDesk;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.Shelf;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.order.Mark;
import io.orderloom.order.OrderId;
import io.orderloom.resend.SingleSends;
import io.orderloom.sample.Samples;
import io.orderloom.topology.Queue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The operator's commands and their output, on the emulators. */
class OperatorCliTest {
    private static final Instant NOW = Shelf.NOW;

    private final Emulators emulators = Emulators.shared();
    private final Shelf shelf = new Shelf();

    private record Said(int status, String text) {}

    private Said say(String... words) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            int status =
                    new OperatorCli(
                                    emulators.dynamo(),
                                    emulators.sqs(),
                                    emulators.place(),
                                    (InstantSource) () -> NOW.plusSeconds(7_500),
                                    out)
                            .run(CommandArguments.of(List.of(words)));
            return new Said(status, bytes.toString(StandardCharsets.UTF_8));
        }
    }

    private ExceptionRecord refused(String order) {
        var partition = "ORDER#demo-shop:" + order;
        var what =
                Exceptions.ofFact(
                        new Provenance(
                                FactKey.parse(
                                        "erp/sandbox|erp-refused|demo-shop:%s|u".formatted(order)),
                                Role.ERP,
                                NOW,
                                NOW,
                                "c-" + order),
                        Type.ERP,
                        "unknown_item:MUG-01",
                        "the ERP knows no item MUG-01",
                        Owner.ERP_TEAM,
                        Optional.of(Samples.usd("38.34")));
        shelf.exceptions.meet(partition, what, NOW);
        return kept(partition, what.fingerprint().text());
    }

    private ExceptionRecord kept(String partition, String fingerprint) {
        return shelf.exceptions.find(partition, fingerprint).orElseThrow();
    }

    private ExceptionRecord again(ExceptionRecord before) {
        return kept(before.partition(), before.fingerprint());
    }

    /** Receives all messages that wait in a queue. */
    private List<String> taken(Queue queue) {
        var url = emulators.sqs().getQueueUrl(r -> r.queueName(queue.queueName())).queueUrl();
        var bodies = new ArrayList<String>();
        while (true) {
            var some =
                    emulators
                            .sqs()
                            .receiveMessage(r -> r.queueUrl(url).maxNumberOfMessages(10))
                            .messages();
            if (some.isEmpty()) {
                return bodies;
            }
            some.forEach(message -> {
                bodies.add(message.body());
                emulators
                        .sqs()
                        .deleteMessage(r -> r.queueUrl(url).receiptHandle(message.receiptHandle()));
            });
        }
    }

    private static QueueRecord dead(String id, String body, Optional<String> group) {
        var attributes = new HashMap<>(Map.of("ApproximateReceiveCount", "4"));
        group.ifPresent(g -> attributes.put("MessageGroupId", g));
        return new QueueRecord(
                id,
                "handle",
                body,
                attributes,
                Map.of("correlationId", new QueueEvent.Attribute("c-letter")));
    }

    @Test
    void the_list_says_what_is_open_whose_it_is_how_old_and_what_to_do() {
        var kept = refused("list-1");

        var said = say("exceptions");

        assertThat(said.status()).isZero();
        assertThat(said.text())
                .contains(kept.id(), "erp_team", "2h5m", "38.34 USD", "demo-shop:list-1")
                .contains("the ERP knows no item MUG-01")
                .contains("fix the cause in the ERP; then DO=resolve to retry erp-post");
    }

    @Test
    void an_exception_of_a_test_order_is_listed_as_one_and_is_none_of_those_that_are_open() {
        var other = refused("list-2");
        var marked = other.value().what().marked(Optional.of(Mark.TEST));
        shelf.exceptions.meet("ORDER#demo-shop:list-3", marked, NOW);
        var open = shelf.exceptions.open();
        long counted = open.stream().filter(one -> one.value().what().counts()).count();

        var said = say("exceptions");

        assertThat(said.text())
                .containsPattern("demo-shop:list-3  unknown_item:MUG-01  \\(test order\\)")
                .contains(
                        "%d open, and %d of test orders, which count nowhere."
                                .formatted(counted, open.size() - counted));
        var kept = kept("ORDER#demo-shop:list-3", marked.fingerprint().text());
        say("exception", "ID=" + kept.id(), "DO=waive", "BY=ada", "WHY=a test");
        assertThat(taken(Queue.STATUS)).singleElement().asString().contains("\"mark\":\"TEST\"");
    }

    @Test
    void resolving_a_refused_posting_retries_it_and_is_recorded() {
        var kept = refused("resolve-1");

        say("exception", "ID=" + kept.id(), "DO=assign", "BY=ada", "TO=grace", "WHY=her item");
        var said = say("exception", "ID=" + kept.id(), "DO=resolve", "BY=grace", "WHY=item is in");

        assertThat(said.status()).isZero();
        assertThat(taken(Queue.ERP))
                .map(body -> Json.read(body, Message.class))
                .singleElement()
                .isInstanceOfSatisfying(
                        PostOrder.class,
                        post ->
                                assertThat(post.orderId())
                                        .isEqualTo(new OrderId("demo-shop", "resolve-1")));
        assertThat(taken(Queue.STATUS))
                .singleElement()
                .asString()
                .contains("EXCEPTION_RESOLVED", "item is in");
        assertThat(again(kept).value().live()).isFalse();
        assertThat(again(kept).value().life().history())
                .extracting(HistoryEntry::kind, step -> step.deed().by())
                .containsExactly(
                        tuple(HistoryEntry.Kind.OPENED, "orderloom"),
                        tuple(HistoryEntry.Kind.ASSIGNED, "ada"),
                        tuple(HistoryEntry.Kind.RESOLVED, "grace"));
    }

    @Test
    void resolving_a_recurrence_retries_the_posting() {
        var kept = refused("twice-1");
        say("exception", "ID=" + kept.id(), "DO=resolve", "BY=ada", "WHY=item is in");
        shelf.exceptions.meet(kept.partition(), kept.value().what(), NOW.plusSeconds(1));

        say("exception", "ID=" + kept.id(), "DO=resolve", "BY=ada", "WHY=now it is");

        assertThat(taken(Queue.ERP)).hasSize(2);
        assertThat(again(kept).value().live()).isFalse();
        taken(Queue.STATUS);
    }

    @Test
    void an_outage_of_a_subscriber_is_one_line_and_redriving_sends_the_next_event_of_each_order() {
        var kept = shelf.away("printer", 3);

        var listed = say("exceptions");
        var redriven = say("exception", "ID=" + kept.id(), "DO=redrive", "BY=ada", "WHY=it is on");

        assertThat(listed.text())
                .contains("SUBSCRIBER#printer  printer  3 events wait, the oldest for 3h5m");
        assertThat(redriven.text())
                .contains("of 3 waiting events 1 are sent to the queue status now");
        assertThat(again(kept).value().live()).isTrue();
        assertThat(taken(Queue.STATUS))
                .map(body -> Json.read(body, Message.class))
                .singleElement()
                .isInstanceOfSatisfying(
                        Message.DeliverEvent.class,
                        one -> assertThat(one.event().sequence()).isOne());

        var waived = say("exception", "ID=" + kept.id(), "DO=waive", "BY=ada", "WHY=it was sold");

        assertThat(waived.text()).contains("resolved; 3 events are dropped for good");
        assertThat(again(kept).value().live()).isFalse();
    }

    @Test
    void an_occurrence_during_a_resolve_is_retried_by_the_next_resolve() {
        var kept = refused("meanwhile-1");
        var deed = new AuditEntry(NOW, "ada", "item is in");
        var desk =
                new ExceptionDesk(
                        shelf.exceptions,
                        shelf.letters,
                        shelf.untold,
                        new SingleSends(
                                emulators.sqs(),
                                queue -> {
                                    shelf.exceptions.meet(
                                            kept.partition(),
                                            kept.value().what(),
                                            NOW.plusSeconds(1));
                                    return emulators.place().url(emulators.sqs(), queue);
                                }));
        assertThat(desk.resolve(kept, deed)).isInstanceOf(ExceptionDesk.Outcome.Overtaken.class);

        assertThat(say("exception", "ID=" + kept.id(), "DO=resolve", "BY=ada", "WHY=it is in"))
                .extracting(Said::status)
                .isEqualTo(0);

        assertThat(taken(Queue.ERP)).hasSize(2);
        taken(Queue.STATUS);
    }

    @Test
    void waiving_an_exception_retries_nothing() {
        var kept = refused("waive-1");

        var said = say("exception", "ID=" + kept.id(), "DO=waive", "BY=ada", "WHY=booked by hand");

        assertThat(said.status()).isZero();
        assertThat(taken(Queue.ERP)).isEmpty();
        assertThat(again(kept).value().live()).isFalse();
        taken(Queue.STATUS);
    }

    @Test
    void every_command_needs_a_name_a_reason_and_the_id_of_an_open_exception() {
        var kept = refused("wrong-1");

        assertThatThrownBy(() -> say("exception", "ID=" + kept.id(), "DO=resolve", "WHY=x"))
                .hasMessage("BY is missing: give it as BY=…");
        assertThatThrownBy(() -> say("exception", "ID=" + kept.id(), "DO=resolve", "BY=ada"))
                .hasMessage("WHY is missing: give it as WHY=…");
        assertThatThrownBy(() -> say("redrive", "QUEUE=erp", "BY=orderloom", "WHY=x"))
                .hasMessage(
                        "BY: 'orderloom' is the name that Orderloom itself acts under; give your own name");
        assertThatThrownBy(() -> say("exception", "ID=zz", "DO=resolve", "BY=ada", "WHY=x"))
                .hasMessage("ID: no open exception begins with 'zz'; make exceptions lists them");
        assertThatThrownBy(() -> say("redrive", "QUEUE=ERP", "BY=ada", "WHY=x"))
                .hasMessageStartingWith("QUEUE: there is no queue 'ERP'; there are [inbound, erp,");
        assertThat(again(kept)).isEqualTo(kept);
    }

    @Test
    void a_dead_letter_is_an_exception_with_its_cause_and_is_redriven_as_it_was() {
        var order = new OrderId("demo-shop", "dead-1");
        var body = Json.text(new PostOrder(order + "/erp-post/1", order, "c-letter"));
        var record = dead("m-1", body, Optional.of(order.toString()));
        var failing =
                shelf.failures(NOW)
                        .noted(
                                Queue.ERP,
                                _ -> {
                                    throw new IllegalStateException("no document yet");
                                });
        assertThatThrownBy(() -> failing.apply(record)).hasMessage("no document yet");

        var told = shelf.deadLetters(NOW).open(Queue.ERP, record);

        assertThat(told).hasSize(1);
        var kept = kept("ORDER#" + order, "dead-letter|erp|" + order + "/erp-post/1");
        assertThat(kept.value().what().detail())
                .contains(
                        "handed out 4 times",
                        "IllegalStateException: no document yet",
                        "OperatorCliTest");
        assertThat(say("exception", "ID=" + kept.id()).text()).contains("DO=redrive");
        var said = say("redrive", "QUEUE=erp", "BY=ada", "WHY=release 12 mends it");
        assertThat(said.status()).isZero();
        assertThat(said.text()).contains("1 of 1 redriven to erp");
        assertThat(taken(Queue.ERP)).containsExactly(body);
        assertThat(again(kept).value().life().history().getLast().deed().why())
                .isEqualTo("redriven: release 12 mends it");
        taken(Queue.STATUS);
    }

    @Test
    void a_dead_letter_that_is_given_up_again_reopens_its_exception_whatever_the_clocks_say() {
        var order = new OrderId("demo-shop", "dead-2");
        var body = Json.text(new PostOrder(order + "/erp-post/1", order, "c-letter"));
        shelf.deadLetters(NOW).open(Queue.ERP, dead("m-2", body, Optional.of("g")));
        say("redrive", "QUEUE=erp", "BY=ada", "WHY=try");

        shelf.deadLetters(NOW.minusSeconds(1)).open(Queue.ERP, dead("m-3", body, Optional.of("g")));

        var kept = kept("ORDER#" + order, "dead-letter|erp|" + order + "/erp-post/1");
        assertThat(kept.value().live()).isTrue();
        assertThat(kept.value().life().openings()).isEqualTo(2);
        assertThat(kept.value().what().detail()).contains("never failed by itself");
        say("exception", "ID=" + kept.id(), "DO=waive", "BY=ada", "WHY=done");
        taken(Queue.ERP);
        taken(Queue.STATUS);
    }

    @Test
    void a_dead_letter_that_is_received_again_after_it_was_settled_stays_settled() {
        var order = new OrderId("demo-shop", "dead-3");
        var body = Json.text(new PostOrder(order + "/erp-post/1", order, "c-letter"));
        shelf.deadLetters(NOW).open(Queue.ERP, dead("m-5", body, Optional.of("g")));
        say("redrive", "QUEUE=erp", "BY=ada", "WHY=release 13 mends it");

        var told =
                shelf.deadLetters(NOW.plusSeconds(9_000))
                        .open(Queue.ERP, dead("m-5", body, Optional.of("g")));

        var kept = kept("ORDER#" + order, "dead-letter|erp|" + order + "/erp-post/1");
        assertThat(told).isEmpty();
        assertThat(kept.value().live()).isFalse();
        assertThat(kept.value().life().openings()).isEqualTo(1);
        taken(Queue.ERP);
        taken(Queue.STATUS);
    }

    @Test
    void
            a_dead_letter_that_may_hold_personal_data_is_kept_as_a_payload_and_its_cause_quotes_nothing() {
        var body = "{\"email\":\"ada@example.org\", this is no message";
        var record = dead("m-4", body, Optional.empty());
        var failing =
                shelf.failures(NOW)
                        .noted(
                                Queue.INBOUND,
                                message -> Json.read(message.body(), Handled.Done.class));
        assertThatThrownBy(() -> failing.apply(record)).isInstanceOf(RuntimeException.class);

        shelf.deadLetters(NOW).open(Queue.INBOUND, record);

        var kept =
                shelf.exceptions.open().stream()
                        .filter(open -> open.partition().equals("QUEUE#inbound"))
                        .findFirst()
                        .orElseThrow();
        assertThat(kept.value().what().detail())
                .contains("IllegalArgumentException")
                .doesNotContain("ada@example.org");
        assertThat(shelf.letterSortKeys(kept)).allMatch(sort -> sort.startsWith("RAW#"));
        assertThat(say("redrive", "QUEUE=inbound", "BY=ada", "WHY=try").status()).isZero();
        assertThat(taken(Queue.INBOUND)).containsExactly(body);
    }

    @Test
    void an_erasure_names_the_places_that_it_does_not_reach() {
        var order = new OrderId("demo-shop", Samples.placed().order().id().channelOrderId());
        shelf.orders.ingest(Samples.placed(), Samples.PROFILE);
        var body = Json.text(Map.of("not", "an order"));
        var url =
                emulators.sqs().getQueueUrl(r -> r.queueName(Queue.INBOUND.queueName())).queueUrl();
        emulators.sqs().sendMessage(r -> r.queueUrl(url).messageBody(body));

        var said = say("erase", "ORDER=" + order, "BY=ada");

        assertThat(said.status()).isZero();
        assertThat(said.text())
                .contains("shop: order " + order.channelOrderId())
                .contains("queue: orderloom-inbound holds about 1 webhooks")
                .contains("backups: may hold it until")
                .doesNotContain("erp:")
                .containsPattern("erase: order=%s items=\\d+ left=\\d+\\n$".formatted(order));
        taken(Queue.INBOUND);
    }

    @Test
    void an_unknown_order_is_in_no_backup_and_at_no_shop() {
        var said = say("erase", "ORDER=demo-shop:never-heard-of", "BY=ada");

        assertThat(said.text()).doesNotContain("  backups:", "  shop:", "  erp:", "  subscribers:");
    }

    @Test
    void erasing_a_delivery_needs_a_name_and_a_reason() {
        assertThatThrownBy(() -> say("erase", "DELIVERY=demo-shop:d-1", "BY=ada"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("WHY");
        assertThatThrownBy(
                        () -> say("erase", "DELIVERY=demo-shop:d-1", "ORDER=demo-shop:1", "BY=ada"))
                .isInstanceOf(UsageException.class);
    }
}
