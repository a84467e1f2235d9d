package io.orderloom.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A CloudFormation template, read for tests. */
record Template(Map<String, Object> json) {

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

    /** What the policy of a function allows, by its construct's id. */
    List<String> actions(String function) {
        return statements(function).stream().map(s -> String.valueOf(s.get("Action"))).toList();
    }

    /** What it allows this action on. */
    List<String> resources(String function, String action) {
        return statements(function).stream()
                .filter(statement -> String.valueOf(statement.get("Action")).contains(action))
                .map(statement -> String.valueOf(statement.get("Resource")))
                .toList();
    }

    private List<Map<String, Object>> statements(String function) {
        var role = function.replace("-", "") + "ServiceRole";
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

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
