package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/** A search domain: terms of equality or membership that must all hold. */
record Domain(JsonNode terms) {

    boolean matches(ObjectNode row) {
        return StreamSupport.stream(terms.spliterator(), false).allMatch(term -> holds(row, term));
    }

    private static boolean holds(ObjectNode row, JsonNode term) {
        var value = value(row.path(term.path(0).asText()));
        var wanted = term.path(2);
        return switch (term.path(1).asText()) {
            case "=" -> value.equals(wanted.asText());
            case "in" ->
                    StreamSupport.stream(wanted.spliterator(), false)
                            .anyMatch(one -> value.equals(one.asText()));
            default ->
                    throw new AssertionError("the simulated Odoo does not know the term " + term);
        };
    }

    /** The value to compare with. A reference to a record is a pair of its id and its name. */
    private static String value(JsonNode value) {
        return value.isArray() ? value.path(0).asText() : value.asText();
    }
}
