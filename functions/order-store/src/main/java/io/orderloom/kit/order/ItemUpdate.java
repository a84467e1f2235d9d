package io.orderloom.kit.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Builds an update expression (Amazon DynamoDB Developer Guide, "Update expressions"). Attributes
 * that it does not name stay as they are.
 */
final class ItemUpdate {
    private final List<String> sets = new ArrayList<>();
    private final List<String> removals = new ArrayList<>();
    private final List<String> additions = new ArrayList<>();
    private final List<String> deletions = new ArrayList<>();
    private final Map<String, AttributeValue> values = new HashMap<>();

    ItemUpdate set(String name, AttributeValue value) {
        sets.add("%s = :%s".formatted(name, name));
        return with(name, value);
    }

    /** Sets the attribute unless it exists. */
    ItemUpdate setUnlessThere(String name, AttributeValue value) {
        sets.add("%s = if_not_exists(%s, :%s)".formatted(name, name, name));
        return with(name, value);
    }

    ItemUpdate remove(String name) {
        removals.add(name);
        return this;
    }

    /** Adds elements to a set. */
    ItemUpdate add(String name, List<String> elements) {
        additions.add("%s :%s".formatted(name, name));
        return with(name, AttributeValue.fromSs(elements));
    }

    /** Removes elements from a set; an empty set is removed itself. */
    ItemUpdate delete(String name, List<String> elements) {
        deletions.add("%s :%s".formatted(name, name));
        return with(name, AttributeValue.fromSs(elements));
    }

    /** Adds a value that the condition refers to. */
    ItemUpdate with(String name, AttributeValue value) {
        values.put(":" + name, value);
        return this;
    }

    ItemUpdate with(Map<String, AttributeValue> others) {
        values.putAll(others);
        return this;
    }

    String expression() {
        var clauses = new ArrayList<String>();
        clause("SET", sets, clauses);
        clause("REMOVE", removals, clauses);
        clause("ADD", additions, clauses);
        clause("DELETE", deletions, clauses);
        return String.join(" ", clauses);
    }

    private static void clause(String word, List<String> parts, List<String> clauses) {
        if (!parts.isEmpty()) {
            clauses.add(word + " " + String.join(", ", parts));
        }
    }

    Map<String, AttributeValue> values() {
        return Map.copyOf(values);
    }
}
