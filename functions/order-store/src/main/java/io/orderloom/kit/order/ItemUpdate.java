package io.orderloom.kit.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update expression as it is put together (Amazon DynamoDB Developer Guide, "Update
 * expressions"). An attribute that it does not name stays as somebody else has left it.
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

    /** Leaves what is there already. */
    ItemUpdate setUnlessThere(String name, AttributeValue value) {
        sets.add("%s = if_not_exists(%s, :%s)".formatted(name, name, name));
        return with(name, value);
    }

    ItemUpdate remove(String name) {
        removals.add(name);
        return this;
    }

    /** Adds to a set. */
    ItemUpdate add(String name, List<String> elements) {
        additions.add("%s :%s".formatted(name, name));
        return with(name, AttributeValue.fromSs(elements));
    }

    /** Takes out of a set, which is no more when nothing is left in it. */
    ItemUpdate delete(String name, List<String> elements) {
        deletions.add("%s :%s".formatted(name, name));
        return with(name, AttributeValue.fromSs(elements));
    }

    /** A value that the condition names. */
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
