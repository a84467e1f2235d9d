package io.orderloom.simulation.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The input of {@code load}: records, each with the rows of its lists. */
record LoadInput(List<Row> rows) {

    /**
     * @param fields of the record itself
     * @param below the fields of the list, for the first row and each further row
     */
    record Row(Map<String, String> fields, List<Map<String, String>> below) {
        String externalId() {
            return fields.getOrDefault("id", "").replaceFirst("^orderloom\\.", "");
        }

        String get(String field) {
            return fields.getOrDefault(field, "");
        }
    }

    static LoadInput of(JsonNode arguments) {
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
        return new LoadInput(rows);
    }

    /** Splits a row into the record's own fields and those of its list. */
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
