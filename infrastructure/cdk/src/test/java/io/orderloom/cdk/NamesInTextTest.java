package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * CloudFormation makes resources in parallel unless one depends on the other. A resource that names
 * an alias as text may be made before the alias, and then the whole stack rolls back.
 */
class NamesInTextTest {

    @Test
    void a_resource_that_names_another_one_refers_to_it_or_waits_for_it() throws IOException {
        for (var template : Synthesized.stages().templates()) {
            assertThat(NamesInText.withoutOrder(template))
                    .as("%s", template.getFileName())
                    .isEmpty();
        }
    }

    @Test
    void a_name_as_text_is_found_and_a_dependency_settles_it(@TempDir Path directory)
            throws IOException {
        var template =
                """
                {"Resources": {
                  "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"Name": "live"}},
                  "Async": {"Type": "AWS::Lambda::EventInvokeConfig", %s
                    "Properties": {"Qualifier": "live", "Other": "alive"}}}}
                """;

        var alone = Files.writeString(directory.resolve("alone.json"), template.formatted(""));
        var waiting =
                Files.writeString(
                        directory.resolve("waiting.json"),
                        template.formatted("\"DependsOn\": [\"Live\"],"));

        assertThat(NamesInText.withoutOrder(alone))
                .containsExactly(
                        "AWS::Lambda::EventInvokeConfig Async: Qualifier names AWS::Lambda::Alias"
                                + " Live as text 'live'");
        assertThat(NamesInText.withoutOrder(waiting)).isEmpty();
    }
}
