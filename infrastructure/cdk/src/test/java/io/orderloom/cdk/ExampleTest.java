package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.example.Example;
import io.orderloom.topology.Function;
import io.orderloom.topology.Queue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Another CDK application uses Orderloom beside its own resources. */
class ExampleTest {

    @Test
    void a_stack_of_another_application_holds_a_whole_stage_and_reads_its_properties()
            throws IOException {
        Synthesized.assumeNode();
        var root = Files.createTempDirectory(Path.of("target"), "example");
        var settings = Files.createDirectories(root.resolve("infrastructure/cdk"));
        Files.copy(Synthesized.file(Settings.DEFAULTS), settings.resolve("cdk.json"));
        for (var function : Function.values()) {
            Zips.jvm(root, function.label());
        }

        var template = Template.read(Example.synthesize(root));

        assertThat(template.all("AWS::Lambda::Function")).hasSize(Function.values().length);
        assertThat(template.all("AWS::SQS::Queue")).hasSize(2 * Queue.values().length);
        assertThat(template.named("AWS::DynamoDB::Table", "TableName", "live-orderloom").id())
                .startsWith("Orders");
        assertThat(String.valueOf(template.json().get("Outputs")))
                .contains("Webhooks", "Dead", "Table");
    }
}
