package io.orderloom.simulation.aws;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * An update expression (Amazon DynamoDB Developer Guide, "Update expressions"), as far as it is
 * used here: {@code SET name = :value, …} and {@code REMOVE name, …}.
 */
record Update(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    private static final Pattern CLAUSE =
            Pattern.compile("\\s*(SET|REMOVE)\\s+((?:(?!SET|REMOVE).)+)");

    private static final Pattern ASSIGNMENT = Pattern.compile("(\\S+)\\s*=\\s*(:\\w+)");

    /**
     * @throws UnsupportedOperationException if it says something that is not known here
     */
    Map<String, AttributeValue> of(Map<String, AttributeValue> before) {
        var after = new HashMap<>(before);
        Matcher clause = CLAUSE.matcher(text);
        int end = 0;
        while (clause.find() && clause.start() == end) {
            for (var part : clause.group(2).split(",")) {
                apply(clause.group(1), part.strip(), after);
            }
            end = clause.end();
        }
        Refused.unless(end > 0 && end == text.length(), "the update '" + text + "'");
        return after;
    }

    private void apply(String clause, String part, Map<String, AttributeValue> item) {
        if (clause.equals("REMOVE")) {
            item.remove(name(part));
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
