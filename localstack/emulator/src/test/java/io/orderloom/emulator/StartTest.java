package io.orderloom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * If something keeps an emulator from starting, the message states what to do, and nothing is left
 * behind.
 */
class StartTest {
    @TempDir private Path data = Path.of("");

    @Test
    void a_port_that_is_taken_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var told = start(Integer.toString(taken.getLocalPort()));

            assertThat(told.status()).isEqualTo(2);
            assertThat(told.said())
                    .contains(
                            "Port %d of 127.0.0.1 is in use by another program"
                                    .formatted(taken.getLocalPort()),
                            "make emulator PORT=");
            assertThat(data.resolve("emulator.pid")).doesNotExist();
            assertThat(data.resolve("venv")).doesNotExist();
        }
    }

    @Test
    void a_port_that_is_no_number_is_refused() {
        var told = start("four");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.said()).contains("PORT='four' is no port number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "too old"})
    void a_missing_python_is_named_with_the_release_that_is_needed(String python)
            throws IOException {
        var tools = Files.createDirectories(data.resolve("tools"));
        for (var tool : new String[] {"bash", "env", "cmp", "cat", "sed", "rm"}) {
            Files.copy(which(tool), tools.resolve(tool));
        }
        if (python.equals("too old")) {
            var old = Files.writeString(tools.resolve("python3"), "#!/bin/sh\nexit 1\n");
            assertThat(old.toFile().setExecutable(true)).isTrue();
        }
        var environment = data.resolve("venv");

        var told =
                Command.run(
                        Map.of(
                                "PATH",
                                tools.toAbsolutePath().toString(),
                                "PYTHON",
                                "",
                                "PYENV_ROOT",
                                data.resolve("no-pyenv").toAbsolutePath().toString()),
                        tools.resolve("bash").toAbsolutePath().toString(),
                        ".ci/venv",
                        environment.toAbsolutePath().toString(),
                        "localstack/emulator/requirements.txt");

        assertThat(told.status()).isEqualTo(1);
        assertThat(told.said())
                .startsWith(
                        "Python 3.10 or later is needed for localstack/emulator/requirements.txt")
                .contains("apt-get install python3");
        assertThat(environment).doesNotExist();
    }

    @Test
    void every_installed_package_is_pinned_with_hashes() throws IOException {
        var lines =
                Files.readAllLines(Path.of("requirements.txt")).stream()
                        .filter(line -> !line.isBlank())
                        .toList();

        assertThat(lines)
                .allMatch(line ->
                        line.matches("[a-z0-9-]+==.* \\\\|    --hash=sha256:[0-9a-f]{64}.*"))
                .anyMatch(line -> line.startsWith("ministack=="));
    }

    private Command start(String port) {
        return Command.run(
                Map.of("PORT", port, "JAVA_HOME", System.getProperty("java.home")),
                "localstack/emulator/start",
                data.toAbsolutePath().toString());
    }

    private static Path which(String tool) {
        for (var directory : System.getenv("PATH").split(":")) {
            var found = Path.of(directory, tool);
            if (Files.isExecutable(found)) {
                return found;
            }
        }
        throw new AssertionError("there is no " + tool);
    }
}
