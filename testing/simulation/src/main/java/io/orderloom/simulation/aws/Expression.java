package io.orderloom.simulation.aws;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition or key condition (Amazon DynamoDB Developer Guide, "Condition and filter expressions,
 * operators, and functions"), as far as it is used here: comparisons, {@code attribute_exists},
 * {@code attribute_not_exists}, {@code begins_with}, {@code AND}, {@code OR}, {@code NOT} and
 * parentheses.
 */
final class Expression {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*([(),]|<>|<=|>=|=|<|>|[#:]?[A-Za-z_][A-Za-z0-9_.]*)");

    /** The code has few expressions and evaluates each of them millions of times. */
    private static final Map<String, List<String>> KNOWN = new ConcurrentHashMap<>();

    private final String text;
    private final Deque<String> tokens;
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;

    private Expression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
        this.text = text;
        this.names = names;
        this.values = values;
        this.tokens = new ArrayDeque<>(KNOWN.computeIfAbsent(text, Expression::tokens));
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw unknown(text.substring(end), text);
        }
        return List.copyOf(tokens);
    }

    /**
     * @throws UnsupportedOperationException if it uses syntax that is not supported here
     */
    static Predicate<Map<String, AttributeValue>> parse(
            String text, Map<String, String> names, Map<String, AttributeValue> values) {
        var expression = new Expression(text, names, values);
        var condition = expression.or();
        if (!expression.tokens.isEmpty()) {
            throw expression.unknown(expression.tokens.peek());
        }
        return condition;
    }

    /**
     * @throws software.amazon.awssdk.services.dynamodb.model.DynamoDbException if a value is given
     *     that no expression uses
     */
    static void checkUsed(Map<String, AttributeValue> values, @Nullable String... expressions) {
        for (var name : values.keySet()) {
            boolean used = false;
            for (var expression : expressions) {
                used |= expression != null && expression.contains(name);
            }
            Invalid.forTableUnless(used, "the value " + name + " is used in no expression");
        }
    }

    private Predicate<Map<String, AttributeValue>> or() {
        var left = and();
        while (keyword("OR")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<Map<String, AttributeValue>> and() {
        var left = not();
        while (keyword("AND")) {
            left = left.and(not());
        }
        return left;
    }

    private Predicate<Map<String, AttributeValue>> not() {
        return keyword("NOT") ? not().negate() : term();
    }

    private Predicate<Map<String, AttributeValue>> term() {
        var first = next();
        return switch (first) {
            case "(" -> {
                var inner = or();
                expect(")");
                yield inner;
            }
            case "attribute_not_exists" -> {
                var name = argument();
                yield item -> !item.containsKey(name);
            }
            case "attribute_exists" -> {
                var name = argument();
                yield item -> item.containsKey(name);
            }
            case "begins_with" -> beginsWith();
            default -> comparison(name(first));
        };
    }

    private Predicate<Map<String, AttributeValue>> beginsWith() {
        expect("(");
        var name = name(next());
        expect(",");
        var prefix = value(next()).s();
        expect(")");
        return item ->
                Optional.ofNullable(item.get(name))
                        .map(AttributeValue::s)
                        .filter(text -> text.startsWith(prefix))
                        .isPresent();
    }

    private Predicate<Map<String, AttributeValue>> comparison(String name) {
        var operator = next();
        var wanted = value(next());
        // An absent attribute fails every comparison, even <>.
        return item ->
                Optional.ofNullable(item.get(name))
                        .filter(found -> Values.compare(found, operator, wanted))
                        .isPresent();
    }

    private String argument() {
        expect("(");
        var name = name(next());
        expect(")");
        return name;
    }

    private String name(String token) {
        if (token.startsWith("#")) {
            return Optional.ofNullable(names.get(token)).orElseThrow(() -> unknown(token));
        }
        if (token.startsWith(":") || token.contains(".") || ReservedWords.contains(token)) {
            throw unknown(token);
        }
        return token;
    }

    private AttributeValue value(String token) {
        return Optional.ofNullable(values.get(token)).orElseThrow(() -> unknown(token));
    }

    private boolean keyword(String word) {
        if (tokens.isEmpty() || !tokens.getFirst().equalsIgnoreCase(word)) {
            return false;
        }
        tokens.removeFirst();
        return true;
    }

    private String next() {
        return Optional.ofNullable(tokens.pollFirst()).orElseThrow(() -> unknown("its end"));
    }

    private void expect(String token) {
        var found = next();
        if (!found.equals(token)) {
            throw unknown(found);
        }
    }

    private UnsupportedOperationException unknown(String part) {
        return unknown(part, text);
    }

    private static UnsupportedOperationException unknown(String part, String text) {
        return new UnsupportedOperationException(
                "'%s' in the expression '%s' is not simulated; add it to Expression"
                        .formatted(part, text));
    }
}
