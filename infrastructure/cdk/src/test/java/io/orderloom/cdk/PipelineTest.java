package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The example of a pipeline, as far as it can be checked without one. */
class PipelineTest {
    private static final String WORKFLOW = "infrastructure/pipeline/github-actions.yaml";
    private static final String ROLE = "infrastructure/pipeline/deploy-role.yaml";

    @Test
    void the_workflow_fits_the_schema_of_github_s_workflows()
            throws IOException, InterruptedException {
        var verdict =
                PinnedTool.CHECK_JSONSCHEMA.run(
                        List.of(
                                "--builtin-schema",
                                "vendor.github-workflows",
                                Synthesized.file(WORKFLOW).toString()));

        assertThat(verdict.status()).as(verdict.said()).isZero();
    }

    @Test
    void the_template_of_the_role_fits_the_schemas_of_aws()
            throws IOException, InterruptedException {
        var verdict = PinnedTool.CFN_LINT.run(List.of(Synthesized.file(ROLE).toString()));

        assertThat(verdict.status()).as(verdict.said()).isZero();
    }

    @Test
    void the_role_takes_on_the_roles_of_cdk_and_otherwise_only_follows_a_test_order()
            throws IOException {
        var lines = Files.readAllLines(Synthesized.file(ROLE)).stream().map(String::strip).toList();

        assertThat(lines.stream().filter(line -> line.startsWith("Action:")))
                .containsExactly(
                        "Action: sts:AssumeRoleWithWebIdentity",
                        "Action: sts:AssumeRole",
                        "Action: secretsmanager:GetSecretValue",
                        "Action: dynamodb:GetItem",
                        "Action: kms:Decrypt");
        assertThat(lines.stream().filter(line -> line.contains(":role/")))
                .hasSize(3)
                .allMatch(line -> line.contains(":role/cdk-${Qualifier}-"))
                .noneMatch(line -> line.contains("*"));
    }

    @Test
    void the_workflow_never_waits_for_a_terminal_and_says_that_it_was_never_run()
            throws IOException {
        var workflow = Files.readAllLines(Synthesized.file(WORKFLOW));

        assertThat(workflow.getFirst()).contains("was never run");
        assertThat(workflow.stream().filter(line -> line.contains("make deploy")))
                .hasSize(2)
                .allMatch(line -> line.endsWith(" APPROVE=never"));
    }
}
