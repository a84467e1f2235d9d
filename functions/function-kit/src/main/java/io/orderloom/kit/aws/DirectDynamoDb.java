package io.orderloom.kit.aws;

import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.HttpStatus;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbServiceClientConfiguration;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Those operations of DynamoDB that functions use; the ones that every order takes go directly. A
 * condition that refuses a write is part of that: each repeated delivery of a webhook ends at one.
 */
final class DirectDynamoDb implements DynamoDbClient {
    private static final String CONDITION_FAILED = "ConditionalCheckFailedException";

    private final DynamoDbClient sdk;
    private final DirectCalls direct;

    DirectDynamoDb(DynamoDbClient sdk, DirectCalls direct) {
        this.sdk = sdk;
        this.direct = direct;
    }

    /** A condition that does not hold, as the SDK reports it (DynamoDB, "Error handling"). */
    static Optional<AwsServiceException> conditionFailed(byte[] body) {
        return AwsJson.fault(body)
                .filter(fault -> fault.type().equals(CONDITION_FAILED))
                .flatMap(fault -> conditionFailed(fault, body));
    }

    /** With the item that refused the write, if the write asked for it. */
    private static Optional<AwsServiceException> conditionFailed(AwsJson.Fault fault, byte[] body) {
        try {
            return Optional.of(
                    AwsJson.read(body, ConditionalCheckFailedException.builder())
                            .message(fault.message())
                            .statusCode(HttpStatus.SC_BAD_REQUEST)
                            .awsErrorDetails(
                                    AwsErrorDetails.builder()
                                            .errorCode(fault.type())
                                            .errorMessage(fault.message())
                                            .serviceName("DynamoDb")
                                            .build())
                            .build());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        return direct.call("GetItem", request, GetItemResponse::builder, sdk::getItem);
    }

    @Override
    public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
        return direct.call(
                "BatchGetItem", request, BatchGetItemResponse::builder, sdk::batchGetItem);
    }

    @Override
    public BatchWriteItemResponse batchWriteItem(BatchWriteItemRequest request) {
        return direct.call(
                "BatchWriteItem", request, BatchWriteItemResponse::builder, sdk::batchWriteItem);
    }

    @Override
    public PutItemResponse putItem(PutItemRequest request) {
        return direct.call("PutItem", request, PutItemResponse::builder, sdk::putItem);
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        return direct.call("UpdateItem", request, UpdateItemResponse::builder, sdk::updateItem);
    }

    @Override
    public QueryResponse query(QueryRequest request) {
        return direct.call("Query", request, QueryResponse::builder, sdk::query);
    }

    @Override
    public DeleteItemResponse deleteItem(DeleteItemRequest request) {
        return sdk.deleteItem(request);
    }

    @Override
    public ScanResponse scan(ScanRequest request) {
        return sdk.scan(request);
    }

    /** A request without a token gets one from the SDK, which makes its retries safe. */
    @Override
    public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
        return sdk.transactWriteItems(request);
    }

    @Override
    public DescribeTableResponse describeTable(DescribeTableRequest request) {
        return sdk.describeTable(request);
    }

    @Override
    public DynamoDbServiceClientConfiguration serviceClientConfiguration() {
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
