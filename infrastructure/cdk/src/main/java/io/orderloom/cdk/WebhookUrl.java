package io.orderloom.cdk;

import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.FunctionUrlAuthType;
import software.amazon.awscdk.services.lambda.FunctionUrlOptions;

/**
 * The address of a function itself as the door. Whoever knows it may call, as with an HTTP API; the
 * function verifies each webhook's signature over its raw bytes, and method and path as well.
 */
final class WebhookUrl {
    private WebhookUrl() {}

    static String of(Alias alias) {
        var url =
                alias.addFunctionUrl(
                        FunctionUrlOptions.builder().authType(FunctionUrlAuthType.NONE).build());
        // The address names the alias by its bare name.
        LambdaFunction.first(alias, url);
        return url.getUrl();
    }
}
