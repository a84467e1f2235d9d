package io.orderloom.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/**
 * The behaviour of Secrets Manager on which a deployment and {@code make secrets} rely when they
 * write values.
 */
public abstract class SecretKeeping extends OnSecrets {
    private static final int MOST_BYTES = 65_536;

    @Test
    void a_secret_is_made_once() {
        var name = given(List.of("{}"));

        assertThatThrownBy(() -> client().createSecret(r -> r.name(name).secretString("{}")))
                .isInstanceOf(ResourceExistsException.class);
    }

    @Test
    void a_value_goes_only_into_a_secret_that_is_there() {
        assertThatThrownBy(() ->
                        client().putSecretValue(r ->
                                r.secretId("orderloom-contract-of-nobody").secretString("{}")))
                .isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void a_value_that_is_put_in_again_is_a_version_of_its_own() {
        var name = given(List.of("{\"a\":1}"));

        var first = client().putSecretValue(r -> r.secretId(name).secretString("{\"a\":2}"));
        var second = client().putSecretValue(r -> r.secretId(name).secretString("{\"a\":2}"));

        assertThat(second.versionId()).isNotEqualTo(first.versionId());
        assertThat(second.versionStages()).containsExactly("AWSCURRENT");
    }

    @Test
    void a_value_has_64_kibibytes_at_most() {
        var name = given(List.of("{}"));

        client().putSecretValue(r -> r.secretId(name).secretString("x".repeat(MOST_BYTES)));

        assertThatThrownBy(() ->
                        client().putSecretValue(r ->
                                r.secretId(name).secretString("x".repeat(MOST_BYTES + 1))))
                .isInstanceOf(SecretsManagerException.class);
    }

    @Test
    void a_secret_that_is_to_be_deleted_is_read_no_more_until_it_is_restored() {
        var name = given(List.of("{\"a\":1}"));

        client().deleteSecret(r -> r.secretId(name).recoveryWindowInDays(7L));

        assertThatThrownBy(() -> client().getSecretValue(r -> r.secretId(name)))
                .isInstanceOf(InvalidRequestException.class);
        client().restoreSecret(r -> r.secretId(name));
        assertThat(client().getSecretValue(r -> r.secretId(name)).secretString())
                .isEqualTo("{\"a\":1}");
    }
}
