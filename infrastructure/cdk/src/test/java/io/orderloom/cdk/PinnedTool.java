package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checker from PyPI in the one version that the project pins, installed when it is first needed.
 *
 * @param name of its command
 * @param requirements the file that pins it
 */
record PinnedTool(String name, String requirements) {
    static final PinnedTool CFN_LINT =
            new PinnedTool("cfn-lint", "infrastructure/cdk/cfn-lint.txt");
    static final PinnedTool CHECK_JSONSCHEMA =
            new PinnedTool("check-jsonschema", "infrastructure/pipeline/check-jsonschema.txt");

    private static final String NO_PYTHON = "Python 3.10 or later is needed";

    /** The checker's output and exit status. */
    record Verdict(int status, String said) {}

    Verdict run(List<String> words) throws IOException, InterruptedException {
        install();
        var command = Synthesized.file(directory()).resolve("bin").resolve(name).toAbsolutePath();
        return run(
                Stream.concat(Stream.of(command.normalize().toString()), words.stream()).toList(),
                Path.of("."));
    }

    /** In CI nothing may be left out; elsewhere Python may be missing. */
    private void install() throws IOException, InterruptedException {
        var installed = run(List.of(".ci/venv", directory(), requirements), Synthesized.file("."));
        if (installed.said().startsWith(NO_PYTHON) && System.getenv("CI") == null) {
            System.err.printf("SKIPPED: %s did not run. %s", name, installed.said());
            assumeTrue(false, installed.said());
        }
        assertThat(installed.status()).as(installed.said()).isZero();
    }

    private String directory() {
        return ".orderloom/" + name;
    }

    private static Verdict run(List<String> command, Path directory)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Verdict(process.waitFor(), said);
    }
}
