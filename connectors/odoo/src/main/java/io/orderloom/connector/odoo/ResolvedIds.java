package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The records that external ids were found to name. */
record ResolvedIds(Map<Xid, Target> targets) {
    static final String MODEL = "ir.model.data";
    static final List<String> FIELDS = List.of("name", "model", "res_id");

    /** No ids are known, so all are requested: creating a record that exists changes nothing. */
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

    /** Empty also if somebody has pointed the external id at a record of another kind. */
    Optional<Long> id(String model, Xid xid) {
        return Optional.ofNullable(targets.get(xid))
                .filter(target -> target.model().equals(model))
                .map(Target::id);
    }
}
