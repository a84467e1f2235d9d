package io.orderloom.container;

import io.orderloom.aws.contract.SecretShelf;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * The embedded secret store, which hands out what its own process was given: here one secret with a
 * single value, one with two, and one with three.
 */
record GivenSecrets(SecretsManagerClient client) implements SecretShelf {
    private static final int MOST_VALUES = 3;

    static GivenSecrets at(URI address) {
        return new GivenSecrets(Endpoint.client(SecretsManagerClient.builder(), address));
    }

    /** What the process is started with. */
    static Stream<String> words() {
        return IntStream.rangeClosed(1, MOST_VALUES)
                .boxed()
                .flatMap(count ->
                        values(count).stream()
                                .map(value -> "--secret=%s=%s".formatted(name(count), value)));
    }

    @Override
    public String given(List<String> values) {
        if (!values.equals(values(values.size()))) {
            throw new IllegalArgumentException("no secret here was ever given " + values);
        }
        return name(values.size());
    }

    private static List<String> values(int count) {
        return IntStream.rangeClosed(1, count).mapToObj("{\"a\":%d}"::formatted).toList();
    }

    private static String name(int count) {
        return "contract-" + count;
    }

    @Override
    public void close() {
        client.close();
    }
}
