package io.orderloom.erp.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Records by external id: found, or made once however many try at the same time. */
@ApplicationScoped
class Records {
    /** Of two transactions that make the same id one is refused, and then finds the other's. */
    private static final int MOST_ATTEMPTS = 3;

    private final OdooClient client;

    Records(OdooClient client) {
        this.client = client;
    }

    /** Those that are there. */
    Answer<Map<Xid, Long>> ids(String model, Collection<Xid> wanted) {
        return wanted.isEmpty()
                ? Answer.given(Map.of())
                : ids(model, List.of("name", "in", wanted.stream().map(Xid::name).toList()));
    }

    /** All of a model that carry an external id of ours. */
    Answer<Map<Xid, Long>> ids(String model) {
        return ids(model, List.of("name", "!=", ""));
    }

    private Answer<Map<Xid, Long>> ids(String model, List<Object> name) {
        return read(
                        "ir.model.data",
                        List.of(
                                List.of("module", "=", Xid.MODULE),
                                List.of("model", "=", model),
                                name),
                        List.of("name", "res_id"))
                .map(found ->
                        found.stream()
                                .collect(
                                        Collectors.toMap(
                                                row -> new Xid(row.path("name").asText()),
                                                row -> row.path("res_id").asLong())));
    }

    Answer<Long> ensure(String model, Xid id, Call.Table table) {
        return ensure(model, List.of(id), wanted -> wanted, _ -> Answer.given(table))
                .map(ids -> ids.values().iterator().next());
    }

    /**
     * The ids of all that is wanted.
     *
     * @param table of those that are missing, one record for each, in their order
     */
    <T> Answer<Map<T, Long>> ensure(
            String model,
            Collection<T> wanted,
            Function<T, Xid> xid,
            Function<List<T>, Answer<Call.Table>> table) {
        return ensure(model, wanted, xid, table, 1);
    }

    private <T> Answer<Map<T, Long>> ensure(
            String model,
            Collection<T> wanted,
            Function<T, Xid> xid,
            Function<List<T>, Answer<Call.Table>> table,
            int attempt) {
        return ids(model, wanted.stream().map(xid).toList())
                .then(found -> {
                    var ids = new HashMap<T, Long>();
                    var missing = new ArrayList<T>();
                    for (var one : wanted) {
                        Optional.ofNullable(found.get(xid.apply(one)))
                                .ifPresentOrElse(id -> ids.put(one, id), () -> missing.add(one));
                    }
                    if (missing.isEmpty()) {
                        return Answer.given(ids);
                    }
                    return table.apply(missing)
                            .then(rows -> client.call(Call.insert(model, rows)))
                            .then(answer -> {
                                if (answer.path("ids").size() == missing.size()) {
                                    for (int i = 0; i < missing.size(); i++) {
                                        ids.put(missing.get(i), answer.path("ids").get(i).asLong());
                                    }
                                    return Answer.given(ids);
                                }
                                return attempt < MOST_ATTEMPTS
                                        ? ensure(model, wanted, xid, table, attempt + 1)
                                        : Answer.missed(refused(model, answer));
                            });
                });
    }

    Answer<List<JsonNode>> read(String model, List<List<Object>> domain, List<String> fields) {
        return client.call(Call.searchRead(model, domain, fields))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Answer<Optional<JsonNode>> read(String model, long id, List<String> fields) {
        return read(model, List.of(List.of("id", "=", id)), fields)
                .map(rows -> rows.stream().findFirst());
    }

    /** What {@code load} says of the first thing that it would not take. */
    static Fault refused(String model, JsonNode answer) {
        var first = answer.path("messages").path(0);
        var field = first.path("field").asText("");
        return new Fault.Rejected(
                "refused",
                field.isBlank() ? model : field,
                "%s: %s".formatted(model, first.path("message").asText("no reason given")));
    }
}
