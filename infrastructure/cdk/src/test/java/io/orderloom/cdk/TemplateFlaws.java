package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderloom.topology.Function;
import io.orderloom.topology.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Flaws that no stage's template may have, although CloudFormation would accept them. */
final class TemplateFlaws {
    private static final JsonMapper JSON = new JsonMapper();

    /** The class is in every package: Quarkus calls the one function that there is. */
    private static final String HANDLER =
            "io.quarkus.funqy.lambda.FunqyStreamHandler::handleRequest";

    private final JsonNode resources;

    private TemplateFlaws(JsonNode resources) {
        this.resources = resources;
    }

    /** All flaws, a line each. */
    static List<String> of(Path template) {
        try {
            var flaws = new TemplateFlaws(JSON.readTree(template.toFile()).path("Resources"));
            return Stream.of(
                            NamesInText.withoutOrder(template).stream(),
                            flaws.handlers(),
                            flaws.openQueues(),
                            flaws.secrets(),
                            flaws.visibility())
                    .flatMap(found -> found)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<String> handlers() {
        return all("AWS::Lambda::Function")
                .filter(id -> !property(id, "Handler").asText().equals(HANDLER))
                .map(id ->
                        "%s: %s is in no package".formatted(id, property(id, "Handler").asText()));
    }

    private Stream<String> openQueues() {
        var closed =
                all("AWS::SQS::QueuePolicy")
                        .filter(id -> refusesPlainText(property(id, "PolicyDocument")))
                        .flatMap(id -> elements(property(id, "Queues")))
                        .map(queue -> queue.path("Ref").asText())
                        .collect(Collectors.toSet());
        return all("AWS::SQS::Queue")
                .filter(id -> !closed.contains(id))
                .map(id -> id + ": no policy refuses what is not encrypted on its way");
    }

    private static boolean refusesPlainText(JsonNode policy) {
        return elements(policy.path("Statement"))
                .anyMatch(statement ->
                        statement.path("Effect").asText().equals("Deny")
                                && statement
                                        .at("/Condition/Bool/aws:SecureTransport")
                                        .asText()
                                        .equals("false"));
    }

    private Stream<String> secrets() {
        return all("AWS::Lambda::Function")
                .flatMap(id -> {
                    var named = secretsNamedIn(property(id, "Environment"));
                    var read = secretsOf(property(id, "FunctionName").asText());
                    return named.equals(read)
                            ? Stream.empty()
                            : Stream.of(
                                    "%s: reads %s, and is told of %s".formatted(id, read, named));
                });
    }

    private static Set<String> secretsNamedIn(JsonNode environment) {
        return Stream.of(environment.path("Variables").path(Secret.VARIABLE).asText().split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> secretsOf(String functionName) {
        return Stream.of(Function.values())
                .filter(function -> functionName.endsWith("-orderloom-" + function.label()))
                .flatMap(function -> {
                    var stage =
                            functionName.substring(
                                    0,
                                    functionName.length()
                                            - ("orderloom-" + function.label()).length());
                    return function.reads().stream().map(secret -> stage + secret.secretName());
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A message that is received again while it is being handled is handled twice. */
    private Stream<String> visibility() {
        return all("AWS::Lambda::EventSourceMapping")
                .flatMap(id -> {
                    var queue = property(id, "EventSourceArn").path("Fn::GetAtt").path(0).asText();
                    var hidden = property(queue, "VisibilityTimeout").asLong();
                    var longest = functionOf(id).map(one -> property(one, "Timeout").asLong());
                    return longest.filter(timeout -> hidden <= timeout)
                            .map(timeout ->
                                    "%s: a message is hidden for %d s, and in hand for %d s"
                                            .formatted(queue, hidden, timeout));
                });
    }

    /** The function behind the alias that the event source calls. */
    private Stream<String> functionOf(String eventSource) {
        var called = property(eventSource, "FunctionName").toString();
        return all("AWS::Lambda::Alias")
                .filter(alias -> called.contains("\"" + alias + "\""))
                .map(alias -> property(alias, "FunctionName").path("Ref").asText());
    }

    private Stream<String> all(String type) {
        return resources
                .propertyStream()
                .filter(one -> one.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey);
    }

    private JsonNode property(String id, String name) {
        return resources.path(id).path("Properties").path(name);
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
