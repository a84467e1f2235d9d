package io.orderloom.cdk;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.constructs.Construct;

/**
 * The stage's own key: for all that holds personal data or secrets. It renews itself every year.
 */
final class StageKey {
    private static final Duration GRACE = Duration.days(30);

    private StageKey() {}

    static Key of(Construct scope, Stage stage) {
        var key =
                Key.Builder.create(scope, "Key")
                        .alias(stage.named("orderloom"))
                        .description("Orderloom: orders, personal data and secrets")
                        .enableKeyRotation(true)
                        .pendingWindow(GRACE)
                        .removalPolicy(stage.removal())
                        .build();
        // An alarm is published to an encrypted topic by CloudWatch itself.
        key.addToResourcePolicy(
                Statements.principal(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        List.of("kms:Decrypt", "kms:GenerateDataKey")));
        return key;
    }
}
