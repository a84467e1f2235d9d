package io.orderloom.connector.kit.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderloom.source.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads JSON under strict limits: one object, no name twice in the same object, and no more of
 * anything than a webhook has. Intake checks a webhook before it accepts it and the adapter before
 * it reads it, both with the same limits.
 */
public final class StrictJson {
    /** An order of five hundred lines has less than a third of this. */
    public static final int MOST_VALUES = 400_000;

    private static final String TITLE = "Not JSON";
    private static final int MOST_DEPTH = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1_000;
    private static final int LONGEST_DOCUMENT = 6 * 1024 * 1024;

    /** A note may be as long as the document; it is cut where it is used. */
    private static final int LONGEST_TEXT = LONGEST_DOCUMENT;

    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(MOST_DEPTH)
                                    .maxNumberLength(LONGEST_NUMBER)
                                    .maxNameLength(LONGEST_NAME)
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxDocumentLength(LONGEST_DOCUMENT)
                                    .build())
                    .build();

    private static final ObjectReader TREE =
            JsonMapper.builder(FACTORY)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .reader();

    private final JsonParser parser;
    private final ArrayDeque<Set<String>> names = new ArrayDeque<>();
    private int values;

    private StrictJson(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Returns why a body is rejected, and where. It is read token by token, and no tree of it is
     * built.
     */
    public static Optional<Malformed> flaw(byte[] body) {
        try (var parser = FACTORY.createParser(body)) {
            return new StrictJson(parser).flaw();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Parses a body that has no {@link #flaw}. */
    public static JsonNode tree(byte[] body) throws IOException {
        return TREE.readTree(body);
    }

    /**
     * Whether any name or value matches in a body that has no {@link #flaw}; read token by token.
     */
    public static boolean holds(byte[] body, Predicate<String> kind) throws IOException {
        try (var parser = FACTORY.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                boolean says =
                        token == JsonToken.FIELD_NAME
                                || token == JsonToken.VALUE_STRING
                                || token == JsonToken.VALUE_NUMBER_INT;
                if (says && kind.test(parser.getText())) {
                    return true;
                }
            }
            return false;
        }
    }

    private Optional<Malformed> flaw() {
        try {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return at("body", "is no JSON object");
            }
            names.push(new HashSet<>());
            while (!names.isEmpty()) {
                var flaw = next();
                if (flaw.isPresent()) {
                    return flaw;
                }
            }
            return parser.nextToken() == null
                    ? Optional.empty()
                    : at("body", "is no JSON object alone: there is more after it");
        } catch (StreamConstraintsException beyond) {
            return at(place(), "is more than is taken: " + beyond.getOriginalMessage());
        } catch (JsonProcessingException malformed) {
            return at("body", "is no JSON: " + malformed.getOriginalMessage());
        } catch (IOException | IllegalStateException hostile) {
            return at("body", "is no JSON that can be read: " + hostile.getMessage());
        }
    }

    private Optional<Malformed> next() throws IOException {
        var token = parser.nextToken();
        if (token == null) {
            return at("body", "is no JSON: it ends within the object");
        }
        parser.finishToken();
        if (token == JsonToken.FIELD_NAME) {
            return names.getFirst().add(parser.currentName())
                    ? Optional.empty()
                    : at(place(), "stands there twice");
        }
        if (token.isStructEnd()) {
            names.pop();
            return Optional.empty();
        }
        if (token.isStructStart()) {
            names.push(new HashSet<>());
        }
        values++;
        return values > MOST_VALUES
                ? at("body", "has more than the %d values that are taken".formatted(MOST_VALUES))
                : Optional.empty();
    }

    /** The path in the form that fields use: {@code line_items[2].price}. */
    private String place() {
        var path = new StringBuilder();
        int depth = 0;
        for (var c = parser.getParsingContext(); c != null && !c.inRoot(); c = c.getParent()) {
            if (c.inArray()) {
                path.insert(0, "[%d]".formatted(Math.max(0, c.getCurrentIndex())));
            } else if (c.getCurrentName() != null && c.getCurrentName().length() <= 60) {
                path.insert(0, "." + c.getCurrentName());
            }
            depth++;
        }
        return path.isEmpty() || depth > 10 ? "body" : path.substring(1);
    }

    private Optional<Malformed> at(String path, String reason) {
        var location = parser.currentLocation();
        return Optional.of(
                new Malformed(TITLE, path, reason, location.getLineNr(), location.getColumnNr()));
    }
}
