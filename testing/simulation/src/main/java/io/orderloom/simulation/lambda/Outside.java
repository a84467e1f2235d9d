package io.orderloom.simulation.lambda;

import io.orderloom.channel.Refunds;
import io.orderloom.erp.Erp;
import io.orderloom.source.WebhookSource;
import io.orderloom.subscriber.SubscriberConnector;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Everything that a process of the functions can reach. */
public record Outside(
        SqsClient sqs,
        DynamoDbClient dynamo,
        WebhookSource channel,
        Refunds refunds,
        Erp erp,
        SubscriberConnector subscribers) {}
