package io.orderloom.cdk;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A CloudFormation template, read for tests. */
record Template(Map<String, Object> json) {
    private static final JsonMapper JSON = new JsonMapper();

    static Template read(Path file) {
        try {
            return new Template(
                    JSON.readValue(file.toFile(), new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One action that a role allows on one resource. */
    record Allowed(String action, String resource) {}

    record Resource(String id, Map<String, Object> properties) {

        String text(String... path) {
            return String.valueOf(at(path));
        }

        long number(String... path) {
            return ((Number) at(path)).longValue();
        }

        Map<String, Object> map(String... path) {
            return asMap(at(path));
        }

        List<?> list(String... path) {
            return (List<?>) at(path);
        }

        private Object at(String... path) {
            Object value = properties;
            for (var name : path) {
                value = Objects.requireNonNull(asMap(value).get(name), name);
            }
            return value;
        }
    }

    List<Resource> all(String type) {
        return asMap(json.getOrDefault("Resources", Map.of())).entrySet().stream()
                .filter(entry -> type.equals(asMap(entry.getValue()).get("Type")))
                .map(entry ->
                        new Resource(
                                entry.getKey(),
                                asMap(
                                        asMap(entry.getValue())
                                                .getOrDefault("Properties", Map.of()))))
                .toList();
    }

    Resource named(String type, String property, String name) {
        return all(type).stream()
                .filter(resource -> name.equals(resource.properties().get(property)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no " + type + " " + name));
    }

    /** All that a function's role allows, one action and resource at a time. */
    List<Allowed> allowed(String function) {
        var allowed = new ArrayList<Allowed>();
        for (var statement : statements(function)) {
            for (var action : several(statement.get("Action"))) {
                for (var resource : several(statement.get("Resource"))) {
                    allowed.add(new Allowed(String.valueOf(action), String.valueOf(resource)));
                }
            }
        }
        return allowed;
    }

    List<Map<String, Object>> statements(String function) {
        var role = function.replace("-", "") + "role";
        var statements = new ArrayList<Map<String, Object>>();
        for (var policy : all("AWS::IAM::Policy")) {
            if (policy.text("Roles").contains("Ref=" + role)) {
                for (var statement : policy.list("PolicyDocument", "Statement")) {
                    statements.add(asMap(statement));
                }
            }
        }
        return statements;
    }

    private static List<?> several(@Nullable Object oneOrMore) {
        return oneOrMore instanceof List<?> list
                ? list
                : List.of(Objects.requireNonNull(oneOrMore));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
