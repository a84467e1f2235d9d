package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.common.LocalAws;
import io.orderloom.embedded.emulator.EmulatedQueues;
import io.orderloom.embedded.testfunction.Script;
import io.orderloom.topology.Queue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** Messages of a queue reach a function in the form that Lambda's event source gives them. */
class QueueEventsTest extends OnTestStack {
    private static SqsClient sqs;

    @BeforeAll
    static void client() {
        sqs = LocalAws.sqs(stack.sqsEndpoint());
    }

    @AfterAll
    static void noClient() {
        sqs.close();
    }

    @Test
    void only_the_failed_message_of_a_batch_is_delivered_again() throws Exception {
        script.tell(call ->
                call.body().equals("partial-3") && call.receiveCount() == 1
                        ? Script.FAIL
                        : Script.OK);

        send(Queue.INBOUND, IntStream.range(0, 6).mapToObj(i -> "partial-" + i).toList());

        assertThat(script.await(calls -> calls.size() >= 7, SOON)).isTrue();
        var seen = script.calls().stream().collect(Collectors.groupingBy(Script.Call::body));
        assertThat(seen).hasSize(6);
        assertThat(seen.get("partial-3")).hasSize(2);
        assertThat(script.calls().getLast().receiveCount()).isEqualTo(2);
        drained(Queue.INBOUND);
    }

    @Test
    void a_message_looks_as_lambda_shows_it() throws Exception {
        sqs.sendMessage(r ->
                r.queueUrl(stack.queues().url(Queue.ERP))
                        .messageBody("shape")
                        .messageGroupId("g")
                        .messageDeduplicationId("d-shape")
                        .messageAttributes(
                                Map.of(
                                        "correlation",
                                        MessageAttributeValue.builder()
                                                .dataType("String")
                                                .stringValue("c1")
                                                .build())));

        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        var event = script.calls().getFirst().event();
        assertThat(event.path("messageId").asText()).isNotBlank();
        assertThat(event.path("receiptHandle").asText()).isNotBlank();
        assertThat(event.path("eventSource").asText()).isEqualTo("aws:sqs");
        assertThat(event.path("eventSourceARN").asText()).endsWith(":orderloom-erp.fifo");
        assertThat(event.path("awsRegion").asText()).isEqualTo(LocalAws.REGION);
        assertThat(event.path("md5OfBody").asText()).hasSize(32);
        var attributes = event.path("attributes");
        assertThat(attributes.path("ApproximateReceiveCount").asText()).isEqualTo("1");
        assertThat(attributes.path("SentTimestamp").asText()).isNotBlank();
        assertThat(attributes.path("MessageGroupId").asText()).isEqualTo("g");
        assertThat(attributes.path("MessageDeduplicationId").asText()).isEqualTo("d-shape");
        assertThat(attributes.path("SequenceNumber").asText()).isNotBlank();
        assertThat(event.path("messageAttributes").path("correlation").path("stringValue").asText())
                .isEqualTo("c1");
        drained(Queue.ERP);
    }

    @Test
    void a_message_whose_function_is_killed_is_handled_again() throws Exception {
        var held = new CountDownLatch(1);
        script.tell(call -> call.receiveCount() == 1 ? await(held) : Script.OK);

        send(Queue.ERP, List.of("killed"));
        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        var victim = script.calls().getFirst().pid();
        ProcessHandle.of(victim).orElseThrow().destroyForcibly();

        assertThat(script.await(calls -> calls.size() == 2, SOON)).isTrue();
        held.countDown();
        assertThat(script.calls().getLast().receiveCount()).isEqualTo(2);
        assertThat(script.calls().getLast().pid()).isNotEqualTo(victim);
        drained(Queue.ERP);
    }

    @Test
    void a_function_that_takes_too_long_is_ended_and_its_message_is_delivered_again()
            throws Exception {
        var held = new CountDownLatch(1);
        script.tell(call -> call.receiveCount() == 1 ? await(held) : Script.OK);

        send(Queue.ERP, List.of("slow"));

        assertThat(script.await(calls -> calls.size() == 2, SOON)).isTrue();
        held.countDown();
        assertThat(script.calls().getLast().pid()).isNotEqualTo(script.calls().getFirst().pid());
        drained(Queue.ERP);
    }

    @Test
    void messages_of_a_group_are_handled_in_order_and_never_two_at_a_time() throws Exception {
        var working = ConcurrentHashMap.<String>newKeySet();
        var overlaps = ConcurrentHashMap.<String>newKeySet();
        script.tell(call -> {
            if (!working.add(call.group())) {
                overlaps.add(call.group());
            }
            try {
                return failing(call) ? Script.FAIL : Script.OK;
            } finally {
                working.remove(call.group());
            }
        });
        var sent = new ArrayList<SendMessageBatchRequestEntry>();
        for (int i = 0; i < 4; i++) {
            for (int group = 0; group < 2; group++) {
                var body = "group-" + group + " " + i;
                sent.add(entry(body, "group-" + group));
            }
        }

        var taken =
                sqs.sendMessageBatch(r -> r.queueUrl(stack.queues().url(Queue.ERP)).entries(sent));

        assertThat(taken.failed()).isEmpty();
        assertThat(script.await(calls -> handled(calls).size() == 8, SOON)).isTrue();
        assertThat(overlaps).isEmpty();
        assertThat(ofGroup(handled(script.calls()), "group-0"))
                .containsExactly("group-0 0", "group-0 1", "group-0 2", "group-0 3");
        assertThat(ofGroup(handled(script.calls()), "group-1"))
                .containsExactly("group-1 0", "group-1 1", "group-1 2", "group-1 3");
        drained(Queue.ERP);
    }

    @Test
    void a_message_that_always_fails_ends_in_the_dead_letter_queue() throws Exception {
        script.tell(_ -> Script.FAIL);

        send(Queue.INBOUND, List.of("poison"));

        // A long poll that began earlier does not notice a message that is moved there.
        Await.until(SOON, () -> stack.queues().deadLetters(Queue.INBOUND).waiting() == 1);
        var dead = receive(stack.queues().deadLetterUrl(Queue.INBOUND));
        assertThat(dead).singleElement().extracting(Message::body).isEqualTo("poison");
        assertThat(script.calls()).hasSize(MAX_RECEIVES);
        // Otherwise it would reach the function that handles dead letters, in the middle of another
        // test.
        dead.forEach(letter ->
                sqs.deleteMessage(r ->
                        r.queueUrl(stack.queues().deadLetterUrl(Queue.INBOUND))
                                .receiptHandle(letter.receiptHandle())));
    }

    @Test
    void a_dead_letter_reaches_its_function_and_names_the_queue_that_it_came_from()
            throws Exception {
        stack.nameDeadLetters(true);
        script.tell(call -> call.queue().endsWith("-dlq") ? Script.OK : Script.FAIL);

        send(Queue.INBOUND, List.of("given up"));

        assertThat(
                        script.await(
                                calls ->
                                        calls.stream()
                                                .anyMatch(call ->
                                                        call.queue()
                                                                        .endsWith(
                                                                                "orderloom-inbound-dlq")
                                                                && call.body().equals("given up")),
                                SOON))
                .isTrue();
        Await.until(SOON, () -> empty(stack.queues().deadLetters(Queue.INBOUND)));
    }

    @Test
    void the_requests_of_pollers_are_counted() throws Exception {
        send(Queue.INBOUND, List.of("counted"));
        assertThat(script.await(calls -> calls.size() == 1, SOON)).isTrue();
        drained(Queue.INBOUND);

        var actions = new HashSet<String>();
        stack.metering().snapshot().keySet().forEach(key -> actions.add(key.toString()));

        assertThat(actions)
                .contains(
                        "Key[caller=poller of inbound, service=sqs, action=ReceiveMessage]",
                        "Key[caller=poller of inbound, service=sqs, action=DeleteMessageBatch]");
    }

    private static boolean empty(EmulatedQueues.Depth depth) {
        return depth.waiting() == 0 && depth.inFlight() == 0;
    }

    private static void send(Queue queue, List<String> bodies) {
        var entries =
                bodies.stream().map(body -> entry(body, queue.fifo() ? "group" : "")).toList();
        sqs.sendMessageBatch(r -> r.queueUrl(stack.queues().url(queue)).entries(entries));
    }

    private static SendMessageBatchRequestEntry entry(String body, String group) {
        var entry =
                SendMessageBatchRequestEntry.builder().id(body.replace(' ', '-')).messageBody(body);
        return group.isEmpty()
                ? entry.build()
                : entry.messageGroupId(group)
                        .messageDeduplicationId(body.replace(' ', '-'))
                        .build();
    }

    /** The queue has no message left, not even an invisible one. */
    private static void drained(Queue queue) throws InterruptedException {
        Await.until(
                SOON,
                () -> {
                    var depth = stack.queues().depth(queue);
                    return depth.waiting() == 0 && depth.inFlight() == 0;
                });
    }

    private static List<Message> receive(String url) {
        return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds((int) SOON.toSeconds()))
                .messages();
    }

    private static String await(CountDownLatch held) {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Script.OK;
    }

    /** In a batch, the messages of a group after a failed one fail too, as AWS requires. */
    private static boolean failing(Script.Call call) {
        return call.receiveCount() == 1
                && (call.body().equals("group-1 2") || call.body().equals("group-1 3"));
    }

    private static List<Script.Call> handled(List<Script.Call> calls) {
        return calls.stream().filter(call -> !failing(call)).toList();
    }

    private static List<String> ofGroup(List<Script.Call> calls, String group) {
        return calls.stream()
                .filter(call -> call.group().equals(group))
                .map(Script.Call::body)
                .toList();
    }
}
