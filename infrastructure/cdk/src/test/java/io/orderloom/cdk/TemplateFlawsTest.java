package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateFlawsTest {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void no_template_of_any_stage_has_a_flaw() throws IOException {
        for (var template : Synthesized.stages().templates()) {
            assertThat(TemplateFlaws.of(template)).as("%s", template.getFileName()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_deliberately_wrong_template_is_found(Mutant mutant, @TempDir Path directory)
            throws IOException {
        var template = JSON.readTree(Synthesized.stages().templateFile("local").toFile());
        mutant.change((ObjectNode) template.path("Resources"));
        var file = directory.resolve("mutant.json").toFile();
        JSON.writeValue(file, template);

        var flaws = TemplateFlaws.of(file.toPath());

        assertThat(flaws).singleElement().asString().matches(mutant.found);
    }

    /** A wrong change to the stack that CloudFormation accepts, or accepts sometimes. */
    enum Mutant {
        DEPENDENCY_TAKEN_OUT(
                "AWS::Lambda::EventInvokeConfig maintenance\\w*: Qualifier names AWS::Lambda::Alias .*",
                resources ->
                        first(resources, "AWS::Lambda::EventInvokeConfig", _ -> true)
                                .remove("DependsOn")),
        WRONG_HANDLER(
                "intake\\w*: com.example.Handler::handle is in no package",
                resources ->
                        properties(function(resources, "intake"))
                                .put("Handler", "com.example.Handler::handle")),
        QUEUE_WITHOUT_POLICY(
                "erp\\w*: no policy refuses what is not encrypted on its way",
                resources -> resources.remove(id(resources, "AWS::SQS::QueuePolicy", "erpPolicy"))),
        FUNCTION_WITHOUT_ITS_SECRET(
                "intake\\w*: reads \\[local-orderloom-channel-signing\\], and is told of \\[\\]",
                resources ->
                        ((ObjectNode)
                                        properties(function(resources, "intake"))
                                                .at("/Environment/Variables"))
                                .remove("ORDERLOOM_SECRETS")),
        VISIBILITY_BELOW_THE_TIME_OUT(
                "erp\\w*: a message is hidden for 45 s, and in hand for 60 s",
                resources ->
                        properties(
                                        first(
                                                resources,
                                                "AWS::SQS::Queue",
                                                queue ->
                                                        queue.at("/Properties/QueueName")
                                                                .asText()
                                                                .equals(
                                                                        "local-orderloom-erp.fifo")))
                                .put("VisibilityTimeout", 45));

        private final String found;
        private final Consumer<ObjectNode> change;

        Mutant(String found, Consumer<ObjectNode> change) {
            this.found = found;
            this.change = change;
        }

        void change(ObjectNode resources) {
            change.accept(resources);
        }

        private static ObjectNode function(ObjectNode resources, String label) {
            return first(
                    resources,
                    "AWS::Lambda::Function",
                    one ->
                            one.at("/Properties/FunctionName")
                                    .asText()
                                    .equals("local-orderloom-" + label));
        }

        private static ObjectNode properties(ObjectNode resource) {
            return (ObjectNode) resource.path("Properties");
        }

        private static ObjectNode first(
                ObjectNode resources, String type, Predicate<JsonNode> wanted) {
            return (ObjectNode)
                    ofType(resources, type)
                            .map(Map.Entry::getValue)
                            .filter(wanted)
                            .findFirst()
                            .orElseThrow();
        }

        private static String id(ObjectNode resources, String type, String beginning) {
            return ofType(resources, type)
                    .map(Map.Entry::getKey)
                    .filter(id -> id.startsWith(beginning))
                    .findFirst()
                    .orElseThrow();
        }

        private static Stream<Map.Entry<String, JsonNode>> ofType(
                ObjectNode resources, String type) {
            return resources
                    .propertyStream()
                    .filter(one -> one.getValue().path("Type").asText().equals(type));
        }
    }
}
