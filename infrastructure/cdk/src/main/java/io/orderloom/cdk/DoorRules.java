package io.orderloom.cdk;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RateBasedStatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.RuleProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.StatementProperty;
import software.amazon.awscdk.services.wafv2.CfnWebACL.TextTransformationProperty;
import software.constructs.Construct;

/**
 * The rules of AWS WAF: they pass only webhooks, and only so many from one caller and for one shop.
 * A flood for one shop leaves the others their share.
 */
final class DoorRules {
    private static final int WINDOW_SECONDS = 300;

    /** A shop that gets this status sends the webhook again; one that is refused may give it up. */
    private static final int TOO_MANY_REQUESTS = 429;

    private DoorRules() {}

    static CfnWebACL of(Construct scope, Stage stage) {
        var option = stage.parameters().frontDoor();
        var rules =
                CfnWebACL.Builder.create(scope, "Rules")
                        .name(stage.named("orderloom"))
                        .scope("CLOUDFRONT")
                        .defaultAction(
                                CfnWebACL.DefaultActionProperty.builder()
                                        .block(CfnWebACL.BlockActionProperty.builder().build())
                                        .build())
                        .rules(
                                List.of(
                                        limit("per-address", 0, address(option.perAddress())),
                                        limit("per-path", 1, path(option.perPath())),
                                        webhooks(2)))
                        .visibilityConfig(visibility("door"))
                        .build();
        DoorLog.of(scope, stage, rules);
        return rules;
    }

    private static RuleProperty limit(String name, int priority, RateBasedStatementProperty rate) {
        return RuleProperty.builder()
                .name(name)
                .priority(priority)
                .statement(StatementProperty.builder().rateBasedStatement(rate).build())
                .action(
                        CfnWebACL.RuleActionProperty.builder()
                                .block(
                                        CfnWebACL.BlockActionProperty.builder()
                                                .customResponse(
                                                        CfnWebACL.CustomResponseProperty.builder()
                                                                .responseCode(TOO_MANY_REQUESTS)
                                                                .build())
                                                .build())
                                .build())
                .visibilityConfig(visibility(name))
                .build();
    }

    private static RateBasedStatementProperty address(int limit) {
        return RateBasedStatementProperty.builder()
                .aggregateKeyType("IP")
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(limit)
                .build();
    }

    private static RateBasedStatementProperty path(int limit) {
        return RateBasedStatementProperty.builder()
                .aggregateKeyType("CUSTOM_KEYS")
                .customKeys(
                        List.of(
                                CfnWebACL.RateBasedStatementCustomKeyProperty.builder()
                                        .uriPath(
                                                CfnWebACL.RateLimitUriPathProperty.builder()
                                                        .textTransformations(
                                                                List.of(
                                                                        transform(
                                                                                "NORMALIZE_PATH")))
                                                        .build())
                                        .build()))
                .evaluationWindowSec(WINDOW_SECONDS)
                .limit(limit)
                .build();
    }

    private static RuleProperty webhooks(int priority) {
        return RuleProperty.builder()
                .name("webhooks")
                .priority(priority)
                .statement(
                        StatementProperty.builder()
                                .byteMatchStatement(
                                        CfnWebACL.ByteMatchStatementProperty.builder()
                                                .searchString("/webhooks/")
                                                .positionalConstraint("STARTS_WITH")
                                                .fieldToMatch(
                                                        CfnWebACL.FieldToMatchProperty.builder()
                                                                .uriPath(Map.of())
                                                                .build())
                                                .textTransformations(
                                                        List.of(transform("NORMALIZE_PATH")))
                                                .build())
                                .build())
                .action(
                        CfnWebACL.RuleActionProperty.builder()
                                .allow(CfnWebACL.AllowActionProperty.builder().build())
                                .build())
                .visibilityConfig(visibility("webhooks"))
                .build();
    }

    private static TextTransformationProperty transform(String type) {
        return TextTransformationProperty.builder().priority(0).type(type).build();
    }

    private static CfnWebACL.VisibilityConfigProperty visibility(String name) {
        return CfnWebACL.VisibilityConfigProperty.builder()
                .metricName(name)
                .cloudWatchMetricsEnabled(true)
                .sampledRequestsEnabled(false)
                .build();
    }
}
