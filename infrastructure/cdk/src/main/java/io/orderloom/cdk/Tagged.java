package io.orderloom.cdk;

import java.util.List;
import software.amazon.awscdk.TagProps;
import software.amazon.awscdk.Tags;
import software.constructs.Construct;

/** The tags by which the bill is split up. */
final class Tagged {
    private Tagged() {}

    /** Leaves dashboards out: the checkers of templates do not know their tags yet. */
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
