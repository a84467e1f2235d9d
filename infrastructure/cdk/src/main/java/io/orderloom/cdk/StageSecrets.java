package io.orderloom.cdk;

import io.orderloom.topology.Secret;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.RotationScheduleOptions;
import software.constructs.Construct;

/**
 * The stage's secrets, made empty: their values never pass through a template, and a later
 * deployment leaves them as they are.
 */
final class StageSecrets {
    private StageSecrets() {}

    static Map<Secret, ISecret> of(Construct scope, Stage stage, IKey key) {
        var secrets = new EnumMap<Secret, ISecret>(Secret.class);
        for (var secret : Secret.values()) {
            secrets.put(secret, one(scope, stage, key, secret));
        }
        return secrets;
    }

    private static ISecret one(Construct scope, Stage stage, IKey key, Secret secret) {
        var made =
                software.amazon.awscdk.services.secretsmanager.Secret.Builder.create(
                                scope, secret.label() + "-secret")
                        .secretName(stage.named(secret.secretName()))
                        .description("Settings of Orderloom: %s…".formatted(secret.prefix()))
                        .encryptionKey(key)
                        .secretStringValue(SecretValue.unsafePlainText("{}"))
                        .removalPolicy(stage.removal())
                        .build();
        var parameters = stage.parameters();
        parameters
                .rotation(secret)
                .ifPresentOrElse(
                        arn ->
                                made.addRotationSchedule(
                                        "Rotation",
                                        RotationScheduleOptions.builder()
                                                .rotationLambda(
                                                        Function.fromFunctionArn(
                                                                scope,
                                                                secret.label() + "-rotation",
                                                                arn))
                                                .automaticallyAfter(
                                                        Duration.days(parameters.rotateAfterDays()))
                                                .build()),
                        () ->
                                Suppressions.of(
                                        made,
                                        "AwsSolutions-SMG4",
                                        "The other side issues it, so no function here can renew"
                                                + " it: see docs/runbooks/secret-age.md. A function"
                                                + " that can is named by the parameter rotations."));
        return made;
    }
}
