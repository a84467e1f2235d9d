package io.orderloom.kit.aws;

import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsServiceClientConfiguration;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/** Those operations of SQS that functions use; the ones that every order takes go directly. */
final class DirectSqs implements SqsClient {
    private final SqsClient sdk;
    private final DirectCalls direct;

    DirectSqs(SqsClient sdk, DirectCalls direct) {
        this.sdk = sdk;
        this.direct = direct;
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        return direct.call("SendMessage", request, SendMessageResponse::builder, sdk::sendMessage);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return direct.call(
                "SendMessageBatch",
                request,
                SendMessageBatchResponse::builder,
                sdk::sendMessageBatch);
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        return sdk.changeMessageVisibilityBatch(request);
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        return sdk.getQueueAttributes(request);
    }

    @Override
    public SqsServiceClientConfiguration serviceClientConfiguration() {
        return sdk.serviceClientConfiguration();
    }

    @Override
    public String serviceName() {
        return sdk.serviceName();
    }

    @Override
    public void close() {
        sdk.close();
    }
}
