package io.orderloom.connector.odoo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One call of Odoo's external interface.
 *
 * @param arguments JSON values by name
 * @param context Odoo's options for this call, in addition to those of every call
 * @param writes whether a lost answer leaves the call in doubt
 */
record Call(
        String model,
        String method,
        Map<String, Object> arguments,
        Map<String, Object> context,
        boolean writes) {

    /** With these options {@code load} creates missing records and leaves existing ones alone. */
    private static final Map<String, Object> INSERT_ONLY =
            Map.of("mode", "update", "noupdate", true);

    Call {
        arguments = Map.copyOf(arguments);
        context = Map.copyOf(context);
    }

    /**
     * @param domain conditions that must all hold
     */
    static Call searchRead(String model, List<List<Object>> domain, List<String> fields) {
        return new Call(
                model, "search_read", Map.of("domain", domain, "fields", fields), Map.of(), false);
    }

    static Call insert(String model, Table table) {
        return new Call(model, "load", table.arguments(), INSERT_ONLY, true);
    }

    /** Creates missing records and updates existing ones to what the table says. */
    static Call set(String model, Table table) {
        return new Call(model, "load", table.arguments(), Map.of("noupdate", true), true);
    }

    static Call on(String model, long id, String method, Map<String, Object> arguments) {
        var all = new HashMap<>(arguments);
        all.put("ids", List.of(id));
        return new Call(model, method, all, Map.of(), true);
    }

    /** For people to read; without any content. */
    @Override
    public String toString() {
        return model + "/" + method;
    }

    /**
     * The input of {@code load}: a column for each field. Lists below a record take further rows,
     * in which the record's own columns are blank.
     */
    record Table(List<String> fields, List<List<String>> rows) {
        Table {
            fields = List.copyOf(fields);
            rows = List.copyOf(rows);
        }

        private Map<String, Object> arguments() {
            return Map.of("fields", fields, "data", rows);
        }
    }
}
