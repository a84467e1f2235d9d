package io.orderloom.cdk;

import java.util.List;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.constructs.Construct;

/**
 * CloudFront before the API, with AWS WAF on it, because WAF can't protect an HTTP API itself. The
 * API is reached only by its secret path: API Gateway answers other paths with 404 and calls no
 * function for them.
 */
final class FrontDoorStack extends Stack {
    /** The region from which CloudFront takes certificates and rules. */
    static final String REGION = "us-east-1";

    FrontDoorStack(Construct scope, Stage stage) {
        super(
                scope,
                stage.named("orderloom-door"),
                StackProps.builder()
                        .description("Orderloom's front door, stage " + stage.name())
                        .env(Environment.builder().region(REGION).build())
                        .terminationProtection(stage.production())
                        .build());
        var option = stage.parameters().frontDoor();
        var door =
                Distribution.Builder.create(this, "Door")
                        .comment(stage.named("orderloom"))
                        .domainNames(List.of(option.domain()))
                        .certificate(
                                Certificate.fromCertificateArn(
                                        this, "Certificate", option.certificate()))
                        .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                        .webAclId(DoorRules.of(this, stage).getAttrArn())
                        .defaultBehavior(behavior(option))
                        .build();
        Suppressions.of(
                door,
                "AwsSolutions-CFR1",
                "Shops call from wherever their platform runs; a signature says who they are.");
        Suppressions.of(
                door,
                "AwsSolutions-CFR3",
                "The log of WAF has a line for each request, with the caller's address.");
        Tagged.of(this, stage);
        CfnOutput.Builder.create(this, "DoorDomain")
                .value(door.getDistributionDomainName())
                .build();
    }

    private static BehaviorOptions behavior(FrontDoorOption option) {
        return BehaviorOptions.builder()
                .origin(origin(option))
                .allowedMethods(AllowedMethods.ALLOW_ALL)
                .cachePolicy(CachePolicy.CACHING_DISABLED)
                // Signatures are in headers, and API Gateway finds the API by its own host name.
                .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                .compress(false)
                .build();
    }

    private static IOrigin origin(FrontDoorOption option) {
        var origin =
                HttpOrigin.Builder.create(option.origin())
                        .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                        .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2));
        if (!option.prefix().isEmpty()) {
            origin.originPath(option.prefix());
        }
        return origin.build();
    }
}
