package io.orderloom.cdk;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;

/**
 * The address of a function itself as the door. Anybody who knows it may call, as with an HTTP API;
 * the function checks the method, the path and the signature over each webhook's raw bytes.
 */
final class WebhookUrl {
    private WebhookUrl() {}

    static String of(Alias alias) {
        var url =
                alias.addFunctionUrl(
                        FunctionUrlOptions.builder().authType(FunctionUrlAuthType.NONE).build());
        // The address names the alias by its bare name, which by itself makes no dependency on the
        // alias.
        LambdaFunction.first(alias, url);
        return url.getUrl();
    }
}
