package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What {@code load} was given: records, each with the rows of lists below it. */
record Table(List<Row> rows) {

    /**
     * @param fields of the record itself
     * @param below for each further row, and for the first, the fields of the list
     */
    record Row(Map<String, String> fields, List<Map<String, String>> below) {
        String externalId() {
            return fields.getOrDefault("id", "").replaceFirst("^orderloom\\.", "");
        }

        String get(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    static Table of(JsonNode arguments) {
        var names = new ArrayList<String>();
        arguments.path("fields").forEach(name -> names.add(name.asText()));
        var rows = new ArrayList<Row>();
        for (var data : arguments.path("data")) {
            var fields = new HashMap<String, String>();
            var below = new HashMap<String, String>();
            split(names, data, fields, below);
            if (!fields.getOrDefault("id", "").isBlank()) {
                rows.add(new Row(Map.copyOf(fields), new ArrayList<>()));
            }
            rows.getLast().below().add(Map.copyOf(below));
        }
        return new Table(rows);
    }

    /** A list's fields are named by the list, a reference's by what the record is known by. */
    private static void split(
            List<String> names,
            JsonNode data,
            Map<String, String> fields,
            Map<String, String> below) {
        for (int i = 0; i < names.size(); i++) {
            var name = names.get(i);
            (name.startsWith("order_line/") || name.contains("repartition_line_ids/")
                            ? below
                            : fields)
                    .put(name, data.path(i).asText());
        }
    }
}
