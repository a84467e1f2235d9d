package io.orderloom.contract.gate;

import io.orderloom.contract.Contracts.Schema;
import java.util.List;

/** The page that lists the schemas. */
final class SchemaList {
    private SchemaList() {}

    static String page(List<Schema> schemas) {
        var page =
                new StringBuilder(
                        """
                        # Schemas, version 1

                        JSON Schema, draft 2020-12; made from the records by `make schemas`, never by hand. What may
                        change and what may not is in [contracts](../../contracts.md).

                        | schema | what it describes | where | who reads by it |
                        |---|---|---|---|
                        """);
        for (var schema : schemas) {
            page.append(
                    "| [%s](%s.schema.json) | %s | %s | %s |\n"
                            .formatted(
                                    schema.name(),
                                    schema.name(),
                                    schema.json().path("description").asText(),
                                    schema.where(),
                                    schema.readBy().label()));
        }
        return page.toString();
    }
}
