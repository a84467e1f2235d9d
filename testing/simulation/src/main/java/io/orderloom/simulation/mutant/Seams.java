package io.orderloom.simulation.mutant;

import io.orderloom.channel.Refunds;
import io.orderloom.erp.Erp;
import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.source.WebhookSource;
import io.orderloom.subscriber.SubscriberConnector;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The places at which a mutant can be put between the functions and the outside. */
final class Seams {
    private Seams() {}

    static Tampering table(UnaryOperator<DynamoDbClient> hands) {
        return Tampering.with(o ->
                new Outside(
                        o.sqs(),
                        hands.apply(o.dynamo()),
                        o.channel(),
                        o.refunds(),
                        o.erp(),
                        o.subscribers()));
    }

    static Tampering queues(UnaryOperator<SqsClient> hands) {
        return Tampering.with(o ->
                new Outside(
                        hands.apply(o.sqs()),
                        o.dynamo(),
                        o.channel(),
                        o.refunds(),
                        o.erp(),
                        o.subscribers()));
    }

    static Tampering channel(UnaryOperator<WebhookSource> hands) {
        return Tampering.with(o ->
                new Outside(
                        o.sqs(),
                        o.dynamo(),
                        hands.apply(o.channel()),
                        o.refunds(),
                        o.erp(),
                        o.subscribers()));
    }

    static Tampering refunds(UnaryOperator<Refunds> hands) {
        return Tampering.with(o ->
                new Outside(
                        o.sqs(),
                        o.dynamo(),
                        o.channel(),
                        hands.apply(o.refunds()),
                        o.erp(),
                        o.subscribers()));
    }

    static Tampering erp(UnaryOperator<Erp> hands) {
        return Tampering.with(o ->
                new Outside(
                        o.sqs(),
                        o.dynamo(),
                        o.channel(),
                        o.refunds(),
                        hands.apply(o.erp()),
                        o.subscribers()));
    }

    static Tampering subscribers(UnaryOperator<SubscriberConnector> hands) {
        return Tampering.with(o ->
                new Outside(
                        o.sqs(),
                        o.dynamo(),
                        o.channel(),
                        o.refunds(),
                        o.erp(),
                        hands.apply(o.subscribers())));
    }
}
