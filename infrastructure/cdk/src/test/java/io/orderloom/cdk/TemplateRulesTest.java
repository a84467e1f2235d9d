package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What others ask of a template: AWS's own schemas, and the AwsSolutions rules. */
class TemplateRulesTest {
    private static final List<String> STACKS =
            List.of(
                    "dev-orderloom",
                    "staging-orderloom",
                    "prod-orderloom",
                    "local-orderloom",
                    "plain-orderloom",
                    "prodguarded-orderloom",
                    "prodguarded-orderloom-door",
                    "prodguarded-orderloom-copies");

    @Test
    void cdk_nag_has_nothing_to_say_that_has_no_reason_beside_it() throws IOException {
        var reports = Synthesized.stages().nagReports();
        assertThat(reports).hasSize(STACKS.size());

        for (var report : reports) {
            var rows = Files.readAllLines(report);
            boolean whole = report.toString().endsWith("-orderloom-NagReport.csv");
            assertThat(rows).hasSizeGreaterThan(whole ? 50 : 1);
            assertThat(rows)
                    .as("%s", report.getFileName())
                    .noneMatch(row -> row.contains("\"Non-Compliant\""))
                    .noneMatch(row -> row.contains("\"UNKNOWN\""));
        }
    }

    @Test
    void cfn_lint_has_nothing_to_say() throws IOException, InterruptedException {
        var path = System.getenv("PATH");
        boolean there =
                Stream.of(path.split(File.pathSeparator))
                        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "cfn-lint")));
        if (!there) {
            System.err.println(
                    "SKIPPED: the templates were not linted, because there is no cfn-lint"
                            + " (pip install cfn-lint)");
        }
        assumeTrue(there, "needs cfn-lint on the PATH");
        // Of stages production's alone, without options and with all: the others differ in values
        // only, as their snapshots show.
        var command =
                Stream.concat(
                                Stream.of(
                                        "cfn-lint",
                                        "--config-file",
                                        Synthesized.file("infrastructure/cdk/.cfnlintrc.yaml")
                                                .toString(),
                                        "--"),
                                STACKS.stream()
                                        .filter(stack -> stack.startsWith("prod"))
                                        .map(Synthesized.stages()::stackFile)
                                        .map(Path::toString))
                        .toList();

        var lint = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(lint.waitFor()).as(said).isZero();
        assertThat(said.strip()).isEmpty();
    }
}
