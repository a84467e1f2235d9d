package io.orderloom.embedded;

import io.orderloom.embedded.erp.PostingRules;
import java.net.URI;

/** The ERP that orders are posted to. */
public sealed interface ErpChoice {

    /** The one that comes with the stack. */
    record Sandbox(PostingRules rules) implements ErpChoice {}

    /** A real Odoo, reached over its JSON-2 API. */
    record Odoo(URI url, String apiKey, String database) implements ErpChoice {
        @Override
        public String toString() {
            return "Odoo[url=%s, database=%s]".formatted(url, database);
        }
    }
}
