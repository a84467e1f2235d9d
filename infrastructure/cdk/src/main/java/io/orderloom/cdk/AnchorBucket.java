package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.ObjectLockRetention;
import software.constructs.Construct;

/**
 * The bucket that keeps the heads of logs. No one can change or delete an object before its
 * retention ends, and only one role can add objects. It holds no personal data, and so needs no key
 * that could be lost.
 */
final class AnchorBucket {
    private AnchorBucket() {}

    /**
     * @param writer the only role that may put heads there
     */
    static Bucket of(Construct scope, Stage stage, Role writer) {
        var bucket =
                Bucket.Builder.create(scope, "anchors")
                        .encryption(BucketEncryption.S3_MANAGED)
                        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                        .enforceSsl(true)
                        .versioned(true)
                        .objectLockEnabled(true)
                        .objectLockDefaultRetention(
                                ObjectLockRetention.compliance(
                                        Duration.days(stage.parameters().anchors().keepDays())))
                        .removalPolicy(stage.removal())
                        .build();
        bucket.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .effect(Effect.DENY)
                        .principals(List.of(new AnyPrincipal()))
                        .actions(List.of("s3:PutObject"))
                        .resources(List.of(bucket.arnForObjects("*")))
                        .conditions(
                                Map.of(
                                        "ArnNotEquals",
                                        Map.of("aws:PrincipalArn", writer.getRoleArn())))
                        .build());
        writer.addToPolicy(Statements.allow(List.of("s3:PutObject"), bucket.arnForObjects("*")));
        Suppressions.of(
                bucket,
                "AwsSolutions-S1",
                "one state machine writes, whose executions are kept; who reads is no secret");
        Suppressions.of(
                writer,
                "AwsSolutions-IAM5",
                "the names of objects are made of the time, and so no one of them is known before");
        CfnOutput.Builder.create(scope, "Anchors").value(bucket.getBucketName()).build();
        return bucket;
    }
}
