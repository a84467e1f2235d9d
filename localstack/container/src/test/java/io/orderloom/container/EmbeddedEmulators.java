package io.orderloom.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * ElasticMQ, DynamoDB Local and the secret store, in a process of their own because they need other
 * versions of libraries than the functions. They are started once, and end with this JVM, because
 * it holds their standard input.
 */
public final class EmbeddedEmulators {
    private static Optional<Running> running = Optional.empty();

    private record Running(Endpoint endpoint, URI secrets) {}

    private EmbeddedEmulators() {}

    public static Endpoint shared() {
        return running().endpoint();
    }

    /** The address of the secret store; it holds the {@link SecretValues}. */
    static URI secrets() {
        return running().secrets();
    }

    private static synchronized Running running() {
        if (running.isEmpty()) {
            try {
                running = Optional.of(start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return running.get();
    }

    private static Running start() throws IOException {
        var target =
                Path.of(System.getProperty("orderloom.root", "../.."))
                        .resolve("localstack/embedded/target");
        if (!Files.isDirectory(target.resolve("lib"))) {
            throw new IllegalStateException(
                    "localstack/embedded is not packaged; run 'make build' or 'mvn verify' in the project's root");
        }
        var words =
                Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx256m",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                "%s/classes:%s/lib/*".formatted(target, target),
                                "io.orderloom.embedded.Emulators",
                                Files.createTempDirectory(
                                                Files.createDirectories(Path.of("target")),
                                                "emulators")
                                        .toString()),
                        SecretValues.words());
        var process =
                new ProcessBuilder(words.toList())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var said = process.inputReader(StandardCharsets.UTF_8);
        var endpoint = new Endpoint(address(said), address(said), () -> {});
        return new Running(endpoint, address(said));
    }

    private static URI address(BufferedReader said) throws IOException {
        return Optional.ofNullable(said.readLine())
                .map(URI::create)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the emulators did not start; the lines above say why"));
    }
}
