package io.orderloom.embedded.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.Emulators;
import io.orderloom.embedded.common.LocalAws;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An accepted message is still there after SIGKILL, however soon that comes. */
class KilledQueuesTest {
    private static final String NAME = "messages";
    private static final int MESSAGES = 20;

    @TempDir Path directory;

    @Test
    void an_accepted_message_survives_a_kill_right_after_it() throws Exception {
        var first = start();
        try (var sqs = sqs(first)) {
            var url = sqs.createQueue(r -> r.queueName(NAME)).queueUrl();
            for (int i = 0; i < MESSAGES; i++) {
                var body = "message " + i;
                sqs.sendMessage(r -> r.queueUrl(url).messageBody(body));
            }
        } finally {
            first.destroyForcibly().waitFor();
        }

        var second = start();
        try (var sqs = sqs(second)) {
            assertThat(waiting(sqs)).isEqualTo(MESSAGES);
        } finally {
            second.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Emulators.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static SqsClient sqs(Process emulators) {
        var output =
                new BufferedReader(
                        new InputStreamReader(emulators.getInputStream(), StandardCharsets.UTF_8));
        return output.lines()
                .filter(line -> line.startsWith("http://"))
                .findFirst()
                .map(endpoint -> LocalAws.sqs(URI.create(endpoint)))
                .orElseThrow();
    }

    private static int waiting(SqsClient sqs) {
        var url = sqs.getQueueUrl(r -> r.queueName(NAME)).queueUrl();
        var attribute = QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES;
        return Stream.of(
                        sqs.getQueueAttributes(r -> r.queueUrl(url).attributeNames(attribute))
                                .attributes()
                                .get(attribute))
                .map(Objects::requireNonNull)
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
