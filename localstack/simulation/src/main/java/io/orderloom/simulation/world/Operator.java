package io.orderloom.simulation.world;

import io.orderloom.core.Message;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.aws.SimulatedQueues;
import io.orderloom.topology.Queue;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Somebody who has fixed the cause of an exception and asks for the work again. */
record Operator(SqsClient sqs) {

    void askAgain(Stream<OrderId> orders) {
        orders.map(order -> new Message.PostOrder(order + "/again", order, "operator"))
                .forEach(message ->
                        sqs.sendMessage(r ->
                                r.queueUrl(SimulatedQueues.url(Queue.ERP))
                                        .messageBody(Json.text(message))
                                        .messageGroupId(message.group())
                                        .messageDeduplicationId(message.id())));
    }

    void sendInbound(String body) {
        sqs.sendMessage(r -> r.queueUrl(SimulatedQueues.url(Queue.INBOUND)).messageBody(body));
    }
}
