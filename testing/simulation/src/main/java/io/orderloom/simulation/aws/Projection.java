package io.orderloom.simulation.aws;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes that a query returns. Only plain names are supported, as no others are used. */
record Projection(Set<String> names) {

    static Projection of(@Nullable String expression) {
        if (expression == null) {
            return new Projection(Set.of());
        }
        var names =
                Arrays.stream(expression.split(",")).map(String::strip).collect(Collectors.toSet());
        names.forEach(name ->
                Refused.unless(
                        name.matches("[A-Za-z]\\w*") && !ReservedWords.contains(name),
                        "the projection of " + name));
        return new Projection(names);
    }

    Map<String, AttributeValue> of(Map<String, AttributeValue> item) {
        if (names.isEmpty()) {
            return item;
        }
        var shown = new HashMap<>(item);
        shown.keySet().retainAll(names);
        return shown;
    }
}
