package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks of a template by rules of others: AWS's own schemas, and the AwsSolutions rules. */
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
    void every_finding_of_cdk_nag_has_a_written_reason() throws IOException {
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
    void cfn_lint_finds_nothing() throws IOException, InterruptedException {
        var words =
                Stream.concat(
                        Stream.of(
                                "--config-file",
                                Synthesized.file("infrastructure/cdk/.cfnlintrc.yaml").toString(),
                                "--"),
                        STACKS.stream().map(Synthesized.stages()::stackFile).map(Path::toString));

        var verdict = PinnedTool.CFN_LINT.run(words.toList());

        assertThat(verdict.status()).as(verdict.said()).isZero();
        assertThat(verdict.said().strip()).isEmpty();
    }
}
