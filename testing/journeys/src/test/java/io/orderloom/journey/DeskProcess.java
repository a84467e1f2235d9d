package io.orderloom.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderloom.embedded.EmbeddedStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operator's command as {@code make exceptions} starts it. */
final class DeskProcess {
    private static final Path DESK =
            Path.of(System.getProperty("orderloom.root", "../.."))
                    .resolve("tools/operator-cli/target");

    private DeskProcess() {}

    record Said(int status, String text) {}

    static Said say(EmbeddedStack stack, String... words) throws IOException, InterruptedException {
        return say(
                Map.of(
                        "AWS_ENDPOINT_URL_SQS",
                        stack.sqsEndpoint().toString(),
                        "AWS_ENDPOINT_URL_DYNAMODB",
                        stack.dynamoDbEndpoint().toString()),
                words);
    }

    /** The command looks for the running stack itself. */
    static Said sayIn(Path data, String... words) throws IOException, InterruptedException {
        return say(Map.of("DATA", data.toString()), words);
    }

    private static Said say(Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        var command =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-cp",
                                "%s/classes:%s/lib/*".formatted(DESK, DESK),
                                "io.orderloom.desk.OperatorCli"));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), text);
    }

    /** The ids in a list of exceptions whose lines contain this text. */
    static List<String> ids(String list, String about) {
        return list.lines()
                .filter(line -> line.contains(about) && !line.startsWith(" "))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }
}
