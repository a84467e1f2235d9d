package io.orderloom.cdk;

import io.orderloom.topology.Function;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.lambda.Alias;
import software.constructs.Construct;

/**
 * The door as an HTTP API. It limits the rate of requests and logs each of them.
 *
 * @param prefix of every path; empty, or the secret that only the front door knows
 */
record WebhookApi(HttpApi api, String prefix) {

    static WebhookApi of(Construct scope, Stage stage, IKey key) {
        var api =
                HttpApi.Builder.create(scope, "Api")
                        .apiName(stage.named("orderloom"))
                        .createDefaultStage(false)
                        .build();
        var log = AccessLog.of(scope, stage, key);
        var opened =
                HttpStage.Builder.create(scope, "ApiStage")
                        .httpApi(api)
                        .stageName("$default")
                        .autoDeploy(true)
                        .detailedMetricsEnabled(true)
                        .throttle(
                                ThrottleSettings.builder()
                                        .rateLimit(stage.parameters().throttleRate())
                                        .burstLimit(stage.parameters().throttleBurst())
                                        .build())
                        .build();
        ((CfnStage) Objects.requireNonNull(opened.getNode().getDefaultChild()))
                .setAccessLogSettings(
                        CfnStage.AccessLogSettingsProperty.builder()
                                .destinationArn(log.getLogGroupArn())
                                .format(AccessLog.LINE)
                                .build());
        return new WebhookApi(api, stage.parameters().frontDoor().prefix());
    }

    /**
     * @param route method and path, as the topology writes them
     */
    void open(String route, Function function, Alias alias) {
        var methodAndPath = route.split(" ", 2);
        api.addRoutes(
                        AddRoutesOptions.builder()
                                .methods(List.of(HttpMethod.valueOf(methodAndPath[0])))
                                .path(prefix + methodAndPath[1])
                                .integration(new HttpLambdaIntegration(function.label(), alias))
                                .build())
                .forEach(opened ->
                        Suppressions.of(
                                opened,
                                "AwsSolutions-APIG4",
                                "Webhooks carry no AWS credentials: the function verifies each"
                                        + " one's signature over its raw bytes and stores nothing"
                                        + " of an unsigned one."));
    }
}
