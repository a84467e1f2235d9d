package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What external ids were found to name. */
record ResolvedIds(Map<Xid, Target> targets) {
    static final String MODEL = "ir.model.data";
    static final List<String> FIELDS = List.of("name", "model", "res_id");

    /** To ask for all: making what is there already changes nothing. */
    static final ResolvedIds NOTHING = new ResolvedIds(Map.of());

    record Target(String model, long id) {}

    ResolvedIds {
        targets = Map.copyOf(targets);
    }

    static ResolvedIds of(List<JsonNode> rows) {
        return new ResolvedIds(
                rows.stream()
                        .collect(
                                Collectors.toMap(
                                        row -> new Xid(row.path("name").asText()),
                                        row ->
                                                new Target(
                                                        row.path("model").asText(),
                                                        row.path("res_id").asLong()))));
    }

    boolean names(String model, long id) {
        return targets.containsValue(new Target(model, id));
    }

    /** Somebody may have pointed it at a record of another kind: then it names none. */
    Optional<Long> id(String model, Xid xid) {
        return Optional.ofNullable(targets.get(xid))
                .filter(target -> target.model().equals(model))
                .map(Target::id);
    }
}
