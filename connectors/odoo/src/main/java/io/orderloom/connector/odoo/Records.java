package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Records by external id: found, or created once however many calls try at the same time. */
final class Records {
    /**
     * If two transactions create the same id, one is rejected, and then finds the other's record.
     */
    private static final int MOST_ATTEMPTS = 3;

    private final OdooClient client;

    Records(OdooClient client) {
        this.client = client;
    }

    /** Looks up those of the ids that name a record. */
    CallResult<ResolvedIds> known(Collection<Xid> ids) {
        return known(List.of("name", "in", ids.stream().map(Xid::name).toList()));
    }

    /** Looks up all records of a model that have an external id of Orderloom's. */
    CallResult<ResolvedIds> known(String model) {
        return known(List.of("model", "=", model));
    }

    private CallResult<ResolvedIds> known(List<Object> term) {
        return read(
                        ResolvedIds.MODEL,
                        List.of(List.of("module", "=", Xid.MODULE), term),
                        ResolvedIds.FIELDS)
                .map(ResolvedIds::of);
    }

    CallResult<Long> ensure(String model, Xid id, ResolvedIds known, Call.Table table) {
        return ensure(model, List.of(id), wanted -> wanted, known, _ -> CallResult.given(table))
                .map(ids -> ids.values().iterator().next());
    }

    /**
     * Odoo's ids of all wanted records; missing ones are created.
     *
     * @param table makes the rows for missing records, one for each, in their order
     */
    <T> CallResult<Map<T, Long>> ensure(
            String model,
            Collection<T> wanted,
            Function<T, Xid> xid,
            ResolvedIds known,
            Function<List<T>, CallResult<Call.Table>> table) {
        return ensure(model, wanted, xid, known, table, 1);
    }

    private <T> CallResult<Map<T, Long>> ensure(
            String model,
            Collection<T> wanted,
            Function<T, Xid> xid,
            ResolvedIds known,
            Function<List<T>, CallResult<Call.Table>> table,
            int attempt) {
        var ids = new HashMap<T, Long>();
        var missing = new ArrayList<T>();
        for (var one : wanted) {
            known.id(model, xid.apply(one))
                    .ifPresentOrElse(id -> ids.put(one, id), () -> missing.add(one));
        }
        if (missing.isEmpty()) {
            return CallResult.given(ids);
        }
        return table.apply(missing)
                .then(rows -> client.call(Call.insert(model, rows)))
                .then(answer -> {
                    var made = answer.path("ids");
                    if (made.size() != missing.size()) {
                        return attempt == MOST_ATTEMPTS
                                ? CallResult.missed(refused(model, answer))
                                : known(wanted.stream().map(xid).toList())
                                        .then(now ->
                                                ensure(
                                                        model,
                                                        wanted,
                                                        xid,
                                                        now,
                                                        table,
                                                        attempt + 1));
                    }
                    for (int i = 0; i < missing.size(); i++) {
                        ids.put(missing.get(i), made.get(i).asLong());
                    }
                    return CallResult.given(ids);
                });
    }

    CallResult<List<JsonNode>> read(String model, List<List<Object>> domain, List<String> fields) {
        return client.call(Call.searchRead(model, domain, fields))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    CallResult<Optional<JsonNode>> read(String model, long id, List<String> fields) {
        return read(model, List.of(List.of("id", "=", id)), fields)
                .map(rows -> rows.stream().findFirst());
    }

    /** The first problem that {@code load} reports. */
    static Fault refused(String model, JsonNode answer) {
        var first = answer.path("messages").path(0);
        var field = first.path("field").asText("");
        return new Fault.Rejected(
                "refused",
                field.isBlank() ? model : field,
                "%s: %s".formatted(model, first.path("message").asText("no reason given")));
    }
}
