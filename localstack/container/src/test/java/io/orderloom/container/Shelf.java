package io.orderloom.container;

import io.orderloom.aws.contract.SecretShelf;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Makes secrets under names of this run's own, in the same way as a deployment and {@code make
 * secrets}.
 */
record Shelf(SecretsManagerClient client, List<String> made) implements SecretShelf {

    static Shelf onEndpointOrSkip() {
        var endpoint = Stack.endpointOrSkip("secret");
        return new Shelf(
                Endpoint.client(SecretsManagerClient.builder(), endpoint.sqs()), new ArrayList<>());
    }

    @Override
    public String given(List<String> values) {
        var name = "contract-%d-%x".formatted(ProcessHandle.current().pid(), System.nanoTime());
        made.add(name);
        client.createSecret(r -> r.name(name).secretString(values.getFirst()));
        values.stream()
                .skip(1)
                .forEach(value -> client.putSecretValue(r -> r.secretId(name).secretString(value)));
        return name;
    }

    @Override
    public void close() {
        made.forEach(name ->
                client.deleteSecret(r -> r.secretId(name).forceDeleteWithoutRecovery(true)));
        client.close();
    }
}
