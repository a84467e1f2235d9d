package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandTargetTest {

    @Test
    void the_stage_local_without_an_endpoint_is_refused_and_does_not_reach_aws() {
        assertThatThrownBy(() -> CommandTarget.of(Map.of("ORDERLOOM_STAGE", "local")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("ENDPOINT does not say where");
    }

    @Test
    void at_an_emulator_all_services_are_the_emulator_s_in_the_region_that_it_was_deployed_to() {
        var endpoint = URI.create("http://127.0.0.1:4566");

        var place =
                CommandTarget.of(
                        Map.of(
                                "ORDERLOOM_STAGE", "local",
                                "ENDPOINT", endpoint.toString(),
                                "AWS_REGION", "eu-central-1"));

        assertThat(place.sqs()).contains(endpoint);
        assertThat(place.dynamoDb()).contains(endpoint);
        assertThat(place.secretsManager()).contains(endpoint);
        assertThat(place.region().id()).isEqualTo("eu-central-1");
        assertThat(place.table()).isEqualTo("local-orderloom");
    }

    @Test
    void another_stage_is_on_aws() {
        var place = CommandTarget.of(Map.of("ORDERLOOM_STAGE", "dev"));

        assertThat(place.sqs()).isEmpty();
        assertThat(place.secretsManager()).isEmpty();
    }
}
