package io.orderloom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands find the stack that is up, and never one that was. */
class RunningStackTest {
    private static final URI SQS = URI.create("http://127.0.0.1:9324");
    private static final String NONE = "): start one with make run, or give ENDPOINT=… or STAGE=…";

    @TempDir Path data;

    private ServerSocket table;

    @BeforeEach
    void a_table_that_answers() throws IOException {
        table = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void no_table() throws IOException {
        table.close();
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + table.getLocalPort());
    }

    private void written(Path directory, String pid) throws IOException {
        Files.writeString(
                Files.createDirectories(directory).resolve("running.properties"),
                "pid=%s%nsqs=%s%ndynamodb=%s%n".formatted(pid, SQS, address()));
    }

    private static String alive() {
        return Long.toString(ProcessHandle.current().pid());
    }

    private CommandTarget place(String... variables) {
        var environment = new HashMap<>(Map.of("DATA", data.toString()));
        for (int i = 0; i < variables.length; i += 2) {
            environment.put(variables[i], variables[i + 1]);
        }
        return CommandTarget.of(environment);
    }

    @Test
    void the_stack_of_the_data_directory_is_found_whatever_its_ports_are() throws IOException {
        written(data, alive());

        assertThat(place().sqs()).contains(SQS);
        assertThat(place().dynamoDb()).contains(address());
        assertThat(place().table()).isEqualTo("orderloom");
    }

    @Test
    void the_demo_is_found_below_it() throws IOException {
        written(data.resolve("demo"), alive());

        assertThat(place().dynamoDb()).contains(address());
    }

    @Test
    void an_address_in_the_environment_wins() throws IOException {
        written(data, alive());

        var place = place("AWS_ENDPOINT_URL_SQS", "http://127.0.0.1:1");

        assertThat(place.sqs()).contains(URI.create("http://127.0.0.1:1"));
        assertThat(place.dynamoDb()).contains(address());
        assertThat(place("ENDPOINT", "http://127.0.0.1:2").dynamoDb())
                .contains(URI.create("http://127.0.0.1:2"));
    }

    @Test
    void without_a_stack_one_line_says_what_to_do() {
        assertThatThrownBy(this::place)
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("No stack is running here (")
                .hasMessageEndingWith(NONE);
    }

    @Test
    void a_stack_that_was_killed_is_not_running() throws Exception {
        var killed = new ProcessBuilder(java(), "-version").start();
        killed.waitFor();
        written(data, Long.toString(killed.pid()));

        assertThatThrownBy(this::place).hasMessageEndingWith(NONE);
    }

    @Test
    void a_stack_whose_table_does_not_answer_is_not_running() throws IOException {
        written(data, alive());
        table.close();

        assertThatThrownBy(this::place).hasMessageEndingWith(NONE);
    }

    @Test
    void a_file_of_another_kind_is_named() throws IOException {
        written(data, "none");

        assertThatThrownBy(this::place)
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("running.properties is not as make run writes it");
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
