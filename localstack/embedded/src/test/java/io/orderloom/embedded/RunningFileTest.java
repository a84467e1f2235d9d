package io.orderloom.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file in which a stack that is up states where it is. */
class RunningFileTest {
    @TempDir Path directory;

    @Test
    void a_stack_that_is_up_states_its_process_and_its_addresses() throws Exception {
        RunningFile.in(directory).write(at(1), at(2), at(3));

        var values = new Properties();
        values.load(new StringReader(Files.readString(directory.resolve("running.properties"))));
        assertThat(values)
                .containsEntry("pid", Long.toString(ProcessHandle.current().pid()))
                .containsEntry("http", "http://127.0.0.1:1")
                .containsEntry("sqs", "http://127.0.0.1:2")
                .containsEntry("dynamodb", "http://127.0.0.1:3");
    }

    @Test
    void the_file_goes_with_the_stack_and_may_be_gone_before() {
        var file = RunningFile.in(directory);
        file.write(at(1), at(2), at(3));

        file.remove();
        file.remove();

        assertThat(directory).isEmptyDirectory();
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
