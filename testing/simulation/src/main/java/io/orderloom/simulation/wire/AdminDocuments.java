package io.orderloom.simulation.wire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import graphql.ExecutionInput;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Executes the GraphQL documents that the adapter sends, by the schema of the demo shop: the answer
 * has only the fields that were selected, and a document that Shopify would reject is rejected.
 */
final class AdminDocuments {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Map<String, PreparsedDocumentEntry> KNOWN = new ConcurrentHashMap<>();
    private static final GraphQL SCHEMA = schema();

    private AdminDocuments() {}

    /** A request as it is sent. */
    record Asked(String document, Map<String, Object> variables) {
        static Asked of(String request) {
            try {
                var json = JSON.readTree(request);
                return new Asked(
                        json.path("query").asText(),
                        JSON.convertValue(json.path("variables"), new TypeReference<>() {}));
            } catch (IOException unreadable) {
                throw new AssertionError("no JSON: " + request, unreadable);
            }
        }

        boolean changes() {
            return document.stripLeading().startsWith("mutation");
        }

        JsonNode variable(String name) {
            return JSON.valueToTree(variables.get(name));
        }
    }

    /**
     * @param root the value of each root field
     */
    static HttpReply answer(Asked asked, Map<String, ?> root) {
        var result =
                SCHEMA.execute(
                        ExecutionInput.newExecutionInput()
                                .query(asked.document())
                                .variables(asked.variables())
                                .root(root));
        if (!result.getErrors().isEmpty()) {
            throw new AssertionError("Shopify would reject the document: " + result.getErrors());
        }
        return HttpReply.json(200, JSON.valueToTree(result.toSpecification()));
    }

    private static GraphQL schema() {
        var types = new SchemaParser().parse(text());
        return GraphQL.newGraphQL(
                        new SchemaGenerator()
                                .makeExecutableSchema(
                                        types, RuntimeWiring.newRuntimeWiring().build()))
                .preparsedDocumentProvider((input, parse) ->
                        CompletableFuture.completedFuture(
                                KNOWN.computeIfAbsent(input.getQuery(), _ -> parse.apply(input))))
                .build();
    }

    private static String text() {
        var name = "/io/orderloom/embedded/shopify/admin.graphqls";
        try (var in = AdminDocuments.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
