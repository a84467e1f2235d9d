package io.orderloom.container;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The emulators of AWS. */
enum Emulator {
    /** ElasticMQ, DynamoDB Local and the secret store of the embedded stack. */
    EMBEDDED("embedded"),
    MINISTACK("MiniStack"),
    LOCALSTACK("LocalStack"),
    /** AWS itself, or an emulator that is not known here: no difference is allowed. */
    OTHER("endpoint");

    private static final int TIMEOUT_MILLIS = 10_000;

    private final String label;

    Emulator(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The emulator behind the endpoint that the tests use. */
    static Emulator asked() {
        return Endpoint.open().map(Endpoint::sqs).map(Emulator::at).orElse(OTHER);
    }

    /**
     * Recognizes the emulator by its health address. MiniStack also answers at LocalStack's, so its
     * own comes first.
     */
    static Emulator at(URI address) {
        if (knows(address, "/_ministack/health")) {
            return MINISTACK;
        }
        return knows(address, "/_localstack/health") ? LOCALSTACK : OTHER;
    }

    private static boolean knows(URI address, String path) {
        return health(address, path).filter(said -> said.contains("\"version\"")).isPresent();
    }

    private static Optional<String> health(URI address, String path) {
        try {
            var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return Optional.empty();
            }
            try (var body = connection.getInputStream()) {
                return Optional.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
