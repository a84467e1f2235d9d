package io.orderloom.simulation.aws;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Rejects requests that the real service rejects, with the same exceptions. */
final class Invalid {
    private static final int BAD_REQUEST = 400;

    private Invalid() {}

    /**
     * @throws DynamoDbException unless it is valid
     */
    static void forTableUnless(boolean valid, String what) {
        if (!valid) {
            throw DynamoDbException.builder()
                    .message(what)
                    .statusCode(BAD_REQUEST)
                    .awsErrorDetails(details("ValidationException", what))
                    .build();
        }
    }

    /**
     * @throws SqsException unless it is valid
     */
    static void forQueueUnless(boolean valid, String what) {
        if (!valid) {
            throw SqsException.builder()
                    .message(what)
                    .statusCode(BAD_REQUEST)
                    .awsErrorDetails(details("InvalidParameterValue", what))
                    .build();
        }
    }

    private static AwsErrorDetails details(String code, String what) {
        return AwsErrorDetails.builder().errorCode(code).errorMessage(what).build();
    }
}
