package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A stage as a stack of its own. */
final class OrderloomStack extends Stack {
    /** CDK leaves this id out of the logical ids that it makes. */
    private static final String UNNAMED = "Default";

    OrderloomStack(Construct scope, Stage stage, Map<Function, FunctionPackage> packages) {
        super(
                scope,
                stage.named("orderloom"),
                StackProps.builder()
                        .description("Orderloom, stage " + stage.name())
                        .terminationProtection(stage.production())
                        .build());
        var orderloom = new Orderloom(this, UNNAMED, stage, packages);
        Tagged.of(this, stage);
        CfnOutput.Builder.create(this, "ApiUrl").value(orderloom.doorUrl()).build();
    }
}
