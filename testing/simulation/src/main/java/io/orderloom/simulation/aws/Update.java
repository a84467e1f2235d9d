package io.orderloom.simulation.aws;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update expression (Amazon DynamoDB Developer Guide, "Update expressions"), as far as it is
 * used here: {@code SET name = :value, …}, {@code SET name = if_not_exists(name, :value)}, {@code
 * REMOVE name, …}, and {@code ADD} and {@code DELETE} of sets of texts.
 */
record Update(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final Pattern CLAUSE =
            Pattern.compile(
                    "\\s*(SET|REMOVE|ADD|DELETE)\\s+((?:(?!\\b(?:SET|REMOVE|ADD|DELETE)\\b).)+)");

    private static final Pattern ASSIGNMENT = Pattern.compile("(\\S+)\\s*=\\s*(:\\w+)");

    private static final Pattern UNLESS_THERE =
            Pattern.compile("(\\S+)\\s*=\\s*if_not_exists\\((\\S+); (:\\w+)\\)");

    private static final Pattern ELEMENTS = Pattern.compile("(\\S+)\\s+(:\\w+)");

    /**
     * @throws UnsupportedOperationException if it uses syntax that is not supported here
     */
    Map<String, AttributeValue> of(Map<String, AttributeValue> before) {
        var after = new HashMap<>(before);
        Matcher clause = CLAUSE.matcher(text);
        int end = 0;
        while (clause.find() && clause.start() == end) {
            // The comma within a function's arguments does not separate clauses.
            var parts = clause.group(2).replaceAll("\\((\\S+),\\s*", "($1; ");
            for (var part : parts.split(",", -1)) {
                apply(clause.group(1), part.strip(), after);
            }
            end = clause.end();
        }
        Refused.unless(end > 0 && end == text.length(), "the update '" + text + "'");
        return after;
    }

    private void apply(String clause, String part, Map<String, AttributeValue> item) {
        switch (clause) {
            case "REMOVE" -> item.remove(name(part));
            case "ADD", "DELETE" -> change(clause.equals("ADD"), part, item);
            default -> set(part, item);
        }
    }

    private void change(boolean add, String part, Map<String, AttributeValue> item) {
        var elements = ELEMENTS.matcher(part);
        Refused.unless(elements.matches(), "the update '" + part + "'");
        var name = name(elements.group(1));
        var changed =
                new TreeSet<>(
                        Optional.ofNullable(item.get(name))
                                .map(AttributeValue::ss)
                                .orElseGet(List::of));
        var named = value(elements.group(2)).ss();
        if (add) {
            changed.addAll(named);
        } else {
            named.forEach(changed::remove);
        }
        if (changed.isEmpty()) {
            item.remove(name);
        } else {
            item.put(name, AttributeValue.fromSs(List.copyOf(changed)));
        }
    }

    private void set(String part, Map<String, AttributeValue> item) {
        var unlessThere = UNLESS_THERE.matcher(part);
        if (unlessThere.matches()) {
            Refused.unless(
                    name(unlessThere.group(1)).equals(name(unlessThere.group(2))),
                    "the update '" + part + "'");
            item.putIfAbsent(name(unlessThere.group(1)), value(unlessThere.group(3)));
            return;
        }
        var assignment = ASSIGNMENT.matcher(part);
        Refused.unless(assignment.matches(), "the update '" + part + "'");
        item.put(name(assignment.group(1)), value(assignment.group(2)));
    }

    private String name(String token) {
        var name = token.startsWith("#") ? names.get(token) : token;
        Refused.unless(
                name != null && (token.startsWith("#") || !ReservedWords.contains(token)),
                "the name " + token);
        return Optional.ofNullable(name).orElseThrow();
    }

    private AttributeValue value(String token) {
        var value = Optional.ofNullable(values.get(token));
        Refused.unless(value.isPresent(), "the value " + token);
        return value.orElseThrow();
    }
}
