package io.orderloom.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.orderloom.embedded.common.StackJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * {@code MakeableTemplates DIRECTORY EMULATOR}: removes the resources that the emulator can't
 * create from the synthesized templates, so that it creates all others. A reference to a removed
 * resource is replaced by a text in the form of an ARN. Prints the types that it removed.
 */
public final class MakeableTemplates {
    private static final JsonMapper JSON = new JsonMapper();

    private static final String LEFT_OUT = "arn:aws:left-out:eu-central-1:000000000000:left-out";

    /** An emulator with the resource types that it does not create. */
    enum DeploymentEmulator {
        /**
         * MiniStack 1.5.33, which rejects them. Of alarms it rejects those with metric math, as all
         * of ours have.
         */
        MINISTACK(
                "AWS::Backup::BackupSelection",
                "AWS::CloudWatch::Alarm",
                "AWS::CodeDeploy::Application",
                "AWS::CodeDeploy::DeploymentGroup",
                "AWS::WAFv2::LoggingConfiguration"),
        /** LocalStack 4.14, which says that it made them and makes nothing. */
        LOCALSTACK(
                "AWS::ApiGatewayV2::Api",
                "AWS::ApiGatewayV2::Integration",
                "AWS::ApiGatewayV2::Route",
                "AWS::ApiGatewayV2::Stage",
                "AWS::Backup::BackupPlan",
                "AWS::Backup::BackupSelection",
                "AWS::Backup::BackupVault",
                "AWS::CloudFront::Distribution",
                "AWS::CloudWatch::Dashboard",
                "AWS::CodeDeploy::Application",
                "AWS::CodeDeploy::DeploymentGroup",
                "AWS::WAFv2::LoggingConfiguration",
                "AWS::WAFv2::WebACL");

        private final Set<String> notMade;

        DeploymentEmulator(String... notMade) {
            this.notMade = Set.of(notMade);
        }
    }

    private static final Set<String> REFERENCES = Set.of("Ref", "Fn::GetAtt");

    private MakeableTemplates() {}

    public static void main(String[] words) throws IOException {
        var emulator = DeploymentEmulator.valueOf(words[1].toUpperCase(Locale.ROOT));
        var types = new TreeSet<String>();
        try (var files = Files.list(Path.of(words[0]))) {
            for (var file : files.filter(f -> f.toString().endsWith(".template.json")).toList()) {
                var template = (ObjectNode) JSON.readTree(file.toFile());
                types.addAll(reduce(template, emulator));
                JSON.writeValue(file.toFile(), template);
            }
        }
        types.forEach(System.out::println);
    }

    /**
     * @return the types that were removed
     */
    static Set<String> reduce(ObjectNode template, DeploymentEmulator emulator) {
        var resources = (ObjectNode) template.path("Resources");
        var left =
                entries(resources)
                        .filter(one -> emulator.notMade.contains(type(one.getValue())))
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> type(one.getValue())));
        left.keySet().forEach(resources::remove);
        entries(resources).forEach(one -> independent(one.getValue(), left.keySet()));
        for (var part : List.of("Resources", "Outputs")) {
            withoutReferences(template.path(part), left.keySet());
        }
        return Set.copyOf(left.values());
    }

    /**
     * Removes the dependencies on the resources that are left out, and the update policy that needs
     * them.
     */
    private static void independent(JsonNode resource, Set<String> left) {
        if (resource.path("DependsOn") instanceof ArrayNode waited) {
            var kept = new ArrayList<JsonNode>();
            waited.forEach(id -> {
                if (!left.contains(id.asText())) {
                    kept.add(id);
                }
            });
            waited.removeAll();
            waited.addAll(kept);
        }
        if (resource.path("UpdatePolicy").has("CodeDeployLambdaAliasUpdate")) {
            ((ObjectNode) resource).remove("UpdatePolicy");
        }
    }

    private static void withoutReferences(JsonNode node, Set<String> left) {
        if (node instanceof ObjectNode object) {
            for (var name : names(object)) {
                if (refersTo(object.path(name), left)) {
                    object.put(name, LEFT_OUT);
                } else {
                    withoutReferences(object.path(name), left);
                }
            }
        } else if (node instanceof ArrayNode array) {
            IntStream.range(0, array.size())
                    .forEach(i -> {
                        if (refersTo(array.get(i), left)) {
                            array.set(i, TextNode.valueOf(LEFT_OUT));
                        } else {
                            withoutReferences(array.get(i), left);
                        }
                    });
        }
    }

    private static List<String> names(ObjectNode object) {
        return entries(object).map(Map.Entry::getKey).toList();
    }

    private static boolean refersTo(JsonNode node, Set<String> left) {
        return node.size() == 1
                && entries(node)
                        .filter(one -> REFERENCES.contains(one.getKey()))
                        .map(Map.Entry::getValue)
                        .map(value -> value.isArray() ? value.path(0) : value)
                        .anyMatch(id -> left.contains(id.asText()));
    }

    private static Stream<Map.Entry<String, JsonNode>> entries(JsonNode object) {
        return StreamSupport.stream(StackJson.fields(object).spliterator(), false);
    }

    private static String type(JsonNode resource) {
        return resource.path("Type").asText();
    }
}
