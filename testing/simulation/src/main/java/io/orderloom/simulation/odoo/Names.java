package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** External ids ({@code ir.model.data}): unique in the whole database. */
final class Names {
    private static final String MODULE = "orderloom";

    private final Map<String, Named> byName = new HashMap<>();

    /**
     * @param committedAt when other transactions could first see it
     */
    record Named(String model, long id, Instant committedAt) {}

    Optional<Named> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    void put(String name, Named named) {
        if (name.isBlank() || name.contains(".") || byName.putIfAbsent(name, named) != null) {
            throw new AssertionError("the external id is in use or invalid: " + name);
        }
    }

    /**
     * Returns whether a transaction that began at that time finds out that another one was faster.
     */
    boolean lostRace(String name, Instant begun) {
        return get(name).filter(named -> named.committedAt().isAfter(begun)).isPresent();
    }

    Stream<ObjectNode> rows() {
        return byName.keySet().stream().flatMap(this::row);
    }

    Stream<ObjectNode> row(String name) {
        return get(name).stream()
                .map(named ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("module", MODULE)
                                .put("name", name)
                                .put("model", named.model())
                                .put("res_id", named.id()));
    }

    /** The name before it was percent-encoded. */
    static String decoded(String name) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(name.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(c);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
