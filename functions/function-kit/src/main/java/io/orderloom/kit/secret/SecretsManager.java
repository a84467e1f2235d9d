package io.orderloom.kit.secret;

import java.util.List;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;

/** Reads secrets one by one: reading several at once is not allowed on certain ones only. */
final class SecretsManager {
    private final SecretsManagerClientBuilder client;

    SecretsManager(SecretsManagerClientBuilder client) {
        this.client = client;
    }

    /** As a function of Lambda reaches it: region and credentials are in its environment. */
    static SecretsManager ofEnvironment() {
        return new SecretsManager(
                SecretsManagerClient.builder()
                        .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
                        .httpClientBuilder(ApacheHttpClient.builder()));
    }

    /**
     * @param before what is known of them already
     * @throws IllegalStateException if one can't be read or used, and nothing is known that could
     *     stand in for it; the message names it
     */
    List<ReadSecret> read(List<String> names, List<ReadSecret> before) {
        // Made anew each time: between two readings its connection would only grow stale.
        try (var opened = client.build()) {
            return names.stream().map(name -> new Reading(opened, name, before).now()).toList();
        }
    }
}
