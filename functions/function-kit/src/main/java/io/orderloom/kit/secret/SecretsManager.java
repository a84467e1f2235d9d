package io.orderloom.kit.secret;

import io.orderloom.kit.aws.KeptAliveHttpClient;
import java.util.List;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/**
 * Reads secrets one by one, because the permission to read several at once can't be limited to
 * certain secrets.
 */
final class SecretsManager {
    private final SecretsManagerClientBuilder client;

    SecretsManager(SecretsManagerClientBuilder client) {
        this.client = client;
    }

    /** For a Lambda function, whose environment has the region and the credentials. */
    static SecretsManager ofEnvironment() {
        return new SecretsManager(
                SecretsManagerClient.builder()
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .httpClientBuilder(_ -> new KeptAliveHttpClient()));
    }

    /**
     * @param before the secrets known so far
     * @throws IllegalStateException if one can't be read or used, and nothing is known that could
     *     replace it; the message names it
     */
    List<ReadSecret> read(List<String> names, List<ReadSecret> before) {
        // A new client each time: its connection would be stale by the next reading.
        try (var opened = client.build()) {
            return names.stream().map(name -> new Reading(opened, name, before).now()).toList();
        }
    }
}
