package io.orderloom.kit.aws;

import java.net.URI;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.endpoints.DynamoDbEndpointProvider;
import software.amazon.awssdk.services.sqs.endpoints.SqsEndpointProvider;

/**
 * Where the services of a region are, by the SDK's own rules and with its switches for FIPS and
 * dual stack (AWS SDKs and Tools Reference Guide, "FIPS endpoints" and "Dual-stack endpoints").
 */
final class RegionalEndpoints {
    private RegionalEndpoints() {}

    static URI queues(Region region) {
        return SqsEndpointProvider.defaultProvider()
                .resolveEndpoint(at -> at.region(region).useFips(fips()).useDualStack(dualStack()))
                .join()
                .url();
    }

    static URI table(Region region) {
        return DynamoDbEndpointProvider.defaultProvider()
                .resolveEndpoint(at -> at.region(region).useFips(fips()).useDualStack(dualStack()))
                .join()
                .url();
    }

    private static boolean fips() {
        return SdkSystemSetting.AWS_USE_FIPS_ENDPOINT.getBooleanValue().orElse(false);
    }

    private static boolean dualStack() {
        return SdkSystemSetting.AWS_USE_DUALSTACK_ENDPOINT.getBooleanValue().orElse(false);
    }
}
