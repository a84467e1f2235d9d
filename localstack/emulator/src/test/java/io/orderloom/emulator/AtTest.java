package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.http.Exchanges;
import io.orderloom.embedded.http.LoopbackServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No command for the stage local reaches AWS, regardless of the environment variables. */
class AtTest {
    private static final Map<String, String> OF_AN_ACCOUNT =
            Map.of(
                    "AWS_PROFILE", "company",
                    "AWS_ACCESS_KEY_ID", "AKIACOMPANY",
                    "AWS_SESSION_TOKEN", "session",
                    "AWS_REGION", "us-west-2",
                    "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials",
                    "AWS_ENDPOINT_URL_SQS", "https://sqs.us-west-2.amazonaws.com",
                    "AWS_ENDPOINT_URL_DYNAMODB", "https://dynamodb.us-west-2.amazonaws.com");

    @TempDir private Path data = Path.of("");
    private final LoopbackServer emulator =
            LoopbackServer.startAnywhere(exchange -> Exchanges.bytes(exchange, 200, new byte[0]));

    @AfterEach
    void stop() {
        emulator.close();
    }

    @Test
    void no_setting_of_an_aws_account_reaches_a_command_for_local() throws IOException {
        up();

        var told = at("local", Map.of(), "env");

        assertThat(told.status()).as(told.said()).isZero();
        assertThat(aws(told))
                .containsExactlyInAnyOrder(
                        "AWS_ENDPOINT_URL=" + emulator.address(),
                        "AWS_ACCESS_KEY_ID=test",
                        "AWS_SECRET_ACCESS_KEY=test",
                        "AWS_REGION=eu-central-1",
                        "AWS_DEFAULT_REGION=eu-central-1",
                        "AWS_CONFIG_FILE=/dev/null",
                        "AWS_SHARED_CREDENTIALS_FILE=/dev/null",
                        "AWS_EC2_METADATA_DISABLED=true");
        assertThat(told.said()).contains("ENDPOINT=" + emulator.address(), "ORDERLOOM_STAGE=local");
    }

    @Test
    void on_aws_a_command_has_the_account_s_settings_as_they_are() {
        var told = at("dev", Map.of(), "env");

        assertThat(aws(told))
                .contains("AWS_PROFILE=company", "AWS_REGION=us-west-2")
                .noneMatch(line -> line.startsWith("AWS_ENDPOINT_URL="));
    }

    @Test
    void without_an_emulator_a_command_for_local_does_not_run_at_all() {
        var told = at("local", Map.of(), "echo", "ran");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said())
                .startsWith("The emulator of the stage local is not up. Start it: make emulator")
                .doesNotContain("ran");
    }

    @Test
    void an_emulator_that_went_down_is_named_with_its_address() throws IOException {
        up();
        emulator.close();

        var told = at("local", Map.of(), "echo", "ran");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said())
                .contains("Nothing answers at " + emulator.address())
                .doesNotContain("ran");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sqs.eu-central-1.amazonaws.com",
                "https://abc.lambda-url.eu-central-1.on.aws/",
                "localhost:4566"
            })
    void an_endpoint_that_is_aws_or_none_is_refused(String endpoint) {
        var told = at("local", Map.of("ENDPOINT", endpoint), "echo", "ran");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said()).contains(endpoint).doesNotContain("ran\n");
    }

    @Test
    void production_is_put_on_no_emulator() {
        var endpoint = Map.of("ENDPOINT", emulator.address().toString());

        var told = at("prod", endpoint, "echo", "ran");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said()).startsWith("STAGE=prod is production").doesNotContain("ran\n");
    }

    /** Every recipe that calls a deployed stage uses the script above. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "exceptions",
                "exception",
                "redrive",
                "erase",
                "verify-log",
                "deploy",
                "diff",
                "destroy",
                "secrets"
            })
    void every_command_that_takes_a_stage_goes_through_infrastructure_at(String command) {
        var told =
                Command.run(
                        Map.of(),
                        "make",
                        "-n",
                        "-o",
                        "localstack/embedded/target/.built",
                        "-o",
                        "infrastructure/cdk/target/.built",
                        "-o",
                        "synth",
                        command,
                        "STAGE=local");

        var calls =
                told.said()
                        .replace("\\\n", " ")
                        .lines()
                        .filter(line ->
                                line.matches(
                                        ".*(io\\.orderloom\\.desk\\.|infrastructure/(deploy|diff|destroy) |npx ).*"));
        assertThat(calls)
                .isNotEmpty()
                .allMatch(line -> line.contains("infrastructure/at 'local' "));
    }

    private void up() throws IOException {
        var directory = Files.createDirectories(data.resolve("emulator"));
        Files.writeString(directory.resolve("endpoint"), emulator.address() + "\n");
        Files.writeString(directory.resolve("emulator.pid"), "1\n");
    }

    private Command at(String stage, Map<String, String> more, String... command) {
        var environment = new HashMap<>(OF_AN_ACCOUNT);
        environment.put("DATA", data.toAbsolutePath().toString());
        environment.putAll(more);
        return Command.run(
                environment,
                Stream.concat(Stream.of("infrastructure/at", stage), Stream.of(command)).toList());
    }

    private static Stream<String> aws(Command told) {
        return told.said().lines().filter(line -> line.startsWith("AWS_"));
    }
}
