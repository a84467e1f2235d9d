package io.orderloom.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.constructs.IConstruct;

/** Exceptions from rules of cdk-nag that do not fit. The template contains the reason. */
final class Suppressions {
    private Suppressions() {}

    static void of(IConstruct construct, String rule, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(NagPackSuppression.builder().id(rule).reason(reason).build()),
                true);
    }

    /**
     * @param finding the one thing that is allowed, for example {@code Resource::*}
     */
    static void of(IConstruct construct, String rule, String finding, String reason) {
        NagSuppressions.addResourceSuppressions(
                construct,
                List.of(
                        NagPackSuppression.builder()
                                .id(rule)
                                .reason(reason)
                                .appliesTo(List.of(finding))
                                .build()),
                true);
    }
}
