package io.orderloom.kit.aws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class RegionalEndpointsTest {
    private static final String FIPS = "aws.useFipsEndpoint";
    private static final String DUAL_STACK = "aws.useDualstackEndpoint";

    @AfterEach
    void reset() {
        System.clearProperty(FIPS);
        System.clearProperty(DUAL_STACK);
    }

    @Test
    void services_are_in_the_region() {
        assertThat(RegionalEndpoints.queues(Region.EU_CENTRAL_1))
                .hasToString("https://sqs.eu-central-1.amazonaws.com");
        assertThat(RegionalEndpoints.table(Region.EU_CENTRAL_1))
                .hasToString("https://dynamodb.eu-central-1.amazonaws.com");
        assertThat(RegionalEndpoints.queues(Region.CN_NORTH_1))
                .hasToString("https://sqs.cn-north-1.amazonaws.com.cn");
    }

    @Test
    void a_deployment_that_needs_fips_or_dual_stack_has_it() {
        System.setProperty(FIPS, "true");
        assertThat(RegionalEndpoints.table(Region.US_EAST_1))
                .hasToString("https://dynamodb-fips.us-east-1.amazonaws.com");
        assertThat(RegionalEndpoints.queues(Region.US_EAST_1))
                .hasToString("https://sqs-fips.us-east-1.amazonaws.com");

        System.clearProperty(FIPS);
        System.setProperty(DUAL_STACK, "true");
        assertThat(RegionalEndpoints.queues(Region.US_EAST_1).getHost()).endsWith(".api.aws");
    }
}
