package io.orderloom.cdk;

import java.util.List;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** What the bill is read by. */
final class Tagged {
    private Tagged() {}

    /** A dashboard's tags are too new for those who check templates. */
    static void of(Construct scope, Stage stage) {
        var props =
                TagProps.builder()
                        .excludeResourceTypes(List.of("AWS::CloudWatch::Dashboard"))
                        .build();
        Tags.of(scope).add("application", "orderloom", props);
        Tags.of(scope).add("stage", stage.name(), props);
        Tags.of(scope).add("cost-center", stage.parameters().costCenter(), props);
    }
}
