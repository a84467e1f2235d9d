package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * The behaviour of Secrets Manager on which the functions rely when they read a secret's current
 * and previous value.
 */
public abstract class SecretReading extends OnSecrets {
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    @Test
    void the_value_that_was_put_in_last_is_the_current_one() {
        var name = given(List.of("{\"a\":1}", "{\"a\":2}"));

        assertThat(read(name, CURRENT).secretString()).isEqualTo("{\"a\":2}");
    }

    @Test
    void the_previous_value_stays_readable() {
        var name = given(List.of("{\"a\":1}", "{\"a\":2}"));

        assertThat(read(name, PREVIOUS).secretString()).isEqualTo("{\"a\":1}");
    }

    @Test
    void only_one_previous_value_is_kept() {
        var name = given(List.of("{\"a\":1}", "{\"a\":2}", "{\"a\":3}"));

        assertThat(read(name, PREVIOUS).secretString()).isEqualTo("{\"a\":2}");
    }

    @Test
    void a_reading_without_a_stage_gets_the_current_value() {
        var name = given(List.of("{\"a\":1}", "{\"a\":2}"));

        var answer = client().getSecretValue(r -> r.secretId(name));

        assertThat(answer.secretString()).isEqualTo("{\"a\":2}");
    }

    @Test
    void a_value_says_when_it_was_put_in() {
        var name = given(List.of("{\"a\":1}"));

        assertThat(read(name, CURRENT).createdDate())
                .isBetween(
                        Instant.now().minus(Duration.ofHours(1)),
                        Instant.now().plus(Duration.ofSeconds(5)));
    }

    @Test
    void a_secret_that_never_changed_has_no_previous_value() {
        var name = given(List.of("{\"a\":1}"));

        assertThatThrownBy(() -> read(name, PREVIOUS))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_missing_secret_is_distinguished_from_an_unreadable_one() {
        assertThatThrownBy(() -> read("orderloom-contract-of-nobody", CURRENT))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    private GetSecretValueResponse read(String name, String stage) {
        return client().getSecretValue(r -> r.secretId(name).versionStage(stage));
    }
}
