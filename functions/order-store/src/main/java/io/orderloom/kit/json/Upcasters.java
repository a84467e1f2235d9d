package io.orderloom.kit.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.core.ChangeSet;
import io.orderloom.money.Amount;
import java.math.BigDecimal;

/**
 * Converts stored log entries of older schema versions to the current one, one version at a time.
 * Only the log is converted: a state of an older version is rebuilt from it.
 */
final class Upcasters {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Upcasters() {}

    /** The entry in the current schema. Hashes cover the bytes as they were stored. */
    static JsonNode logEntry(ObjectNode stored) {
        var changeSet = (ObjectNode) stored.required("changeSet");
        int schema = changeSet.path("schema").asInt(1);
        return switch (schema) {
            case 1 -> new FromV1(stored, changeSet).toV2();
            case ChangeSet.SCHEMA -> stored;
            default ->
                    throw new NewerVersion(
                            "changeSet.schema %d is newer than %d, which this version reads"
                                    .formatted(schema, ChangeSet.SCHEMA));
        };
    }

    /**
     * Converts version 1, in which an entry held the changes and the fact beside them. In version 2
     * the fact is one of the changes, and messages have names that depend on no schema version. The
     * names for entries of version 1 are made so that their messages keep their ids.
     */
    private record FromV1(ObjectNode entry, ObjectNode set) {

        JsonNode toV2() {
            var changes = NODES.arrayNode();
            boolean applied = false;
            for (int n = 0; n < set.withArray("changes").size(); n++) {
                var change = (ObjectNode) set.withArray("changes").get(n);
                if (entry.has("fact") && !applied && !isDeferred(change)) {
                    changes.addObject().put("change", "applied").set("fact", fact(change));
                    applied = true;
                }
                add(changes, change, set.required("version").asText() + "." + n);
            }
            var raised = set.deepCopy();
            raised.put("schema", 2);
            raised.set("changes", changes);
            var current = NODES.objectNode();
            current.set("digest", entry.get("digest"));
            current.set("changeSet", raised);
            return current;
        }

        private static boolean isDeferred(ObjectNode change) {
            return change.path("change").asText().equals("deferred");
        }

        // spotless:off
        private void add(ArrayNode changes, ObjectNode old, String name) {
            switch (old.path("change").asText()) {
                case "accepted"             -> { changes.add(accepted(old)); changes.add(told(name, "ACCEPTED", total(old.get("total")))); }
                case "posting-requested"    -> changes.add(task(name, "ERP_POST"));
                case "erp-cancel-requested" -> changes.add(task(name, "ERP_CANCEL"));
                case "refund-requested"     -> changes.add(task(name, "REFUND"));
                case "posted"               -> changes.add(told(name, "POSTED", document(old)));
                case "erp-cancelled"        -> changes.add(told(name, "ERP_CANCELLED", document(old)));
                case "posting-refused"      -> changes.add(told(name, "REJECTED", reason(old.path("fault").path("detail"))));
                case "cancelled"            -> changes.add(told(name, "CANCELLED", reason(old.path("reason"))));
                case "refunded"             -> changes.add(told(name, "REFUNDED", refund(old)));
                case "deferred"             -> changes.addObject().put("change", "deferred").set("fact", fact((ObjectNode) old.get("fact"), old));
                case "exception-raised"     -> changes.add(old);
                // In version 2 this follows from the facts.
                case "repeated", "posting-not-needed", "posting-skipped", "erp-cancel-refused", "refund-failed", "refund-closed" -> {}
                default                     -> throw new IllegalArgumentException("no change of version 1: " + old);
            }
        }
        // spotless:on

        private ObjectNode accepted(ObjectNode old) {
            var zero = zero(old.get("total"));
            var terms = NODES.objectNode();
            terms.putObject("revision")
                    .put("source", "1")
                    .put("at", set.path("occurredAt").asText())
                    .put("key", set.path("factKey").asText());
            terms.put("document", "1");
            terms.put("test", keptOut());
            terms.set("total", old.get("total"));
            terms.set("captured", old.get("captured"));
            terms.put("payment", "PENDING");
            var lines = terms.putArray("lines");
            for (var line : old.withArray("lines")) {
                // Version 1 stored no worth of lines, and no line was shipped or invoiced under it.
                var ordered = sum(line, "open", "allocated", "backordered", "shipped", "cancelled");
                lines.addObject()
                        .put("lineId", line.path("lineId").asText())
                        .put("goods", true)
                        .put("ordered", ordered.toPlainString())
                        .set("worth", zero);
            }
            var change = NODES.objectNode().put("change", "accepted");
            change.set("terms", terms);
            change.set("profile", old.get("profile"));
            change.put("correlationId", set.path("correlationId").asText());
            return change;
        }

        private boolean keptOut() {
            for (var change : set.withArray("changes")) {
                if (change.path("change").asText().equals("posting-not-needed")) {
                    return true;
                }
            }
            return false;
        }

        private static BigDecimal sum(JsonNode line, String... buckets) {
            var sum = BigDecimal.ZERO;
            for (var bucket : buckets) {
                sum = sum.add(new BigDecimal(line.path(bucket).asText("0")));
            }
            return sum;
        }

        private static JsonNode zero(JsonNode amount) {
            return Json.tree(Json.value(amount, Amount.class).zero());
        }

        private ObjectNode fact(ObjectNode change) {
            return fact((ObjectNode) entry.get("fact"), change);
        }

        /**
         * The fields of a fact that version 2 requires and version 1 lacked are in the change that
         * it made.
         */
        private static ObjectNode fact(ObjectNode old, ObjectNode change) {
            var fact = old.deepCopy();
            switch (fact.path("fact").asText()) {
                case "erp-posted" -> {
                    fact.set("asked", fact.path("document").path("total"));
                    fact.put("sourceRevision", "1");
                }
                case "erp-cancel-refused" -> fact.set("document", change.path("document"));
                case "refund-settled" -> fact.put("cause", "UNSTATED");
                case "refund-failed" ->
                        fact.put("reference", fact.path("orderId").asText() + "/refund/1");
                default -> {}
            }
            return fact;
        }

        private ObjectNode told(String name, String type, ObjectNode data) {
            var told = NODES.objectNode();
            told.put("change", "told");
            told.put("name", name);
            told.put("type", type);
            told.put("occurredAt", set.path("occurredAt").asText());
            told.put("correlationId", set.path("correlationId").asText());
            told.set("data", data);
            return told;
        }

        private ObjectNode task(String name, String kind) {
            var task = NODES.objectNode();
            task.put("change", "task-requested");
            task.put("name", name);
            task.put("task", kind);
            task.put("ordinal", 1);
            task.put("correlationId", set.path("correlationId").asText());
            return task;
        }

        private static ObjectNode reason(JsonNode reason) {
            return NODES.objectNode().put("reason", reason.asText());
        }

        private static ObjectNode total(JsonNode total) {
            return money(total, "total");
        }

        private static ObjectNode money(JsonNode amount, String as) {
            var transaction = Json.value(amount, Amount.class).transaction();
            return NODES.objectNode()
                    .put(as, transaction.decimal().toPlainString())
                    .put("currency", transaction.currency().code());
        }

        private static ObjectNode refund(ObjectNode old) {
            return money(old.get("amount"), "amount").put("refund", old.path("reference").asText());
        }

        private static ObjectNode document(ObjectNode old) {
            var document = old.path("document");
            return money(document.get("total"), "erpTotal")
                    .put("erp", document.path("reference").path("system").asText())
                    .put("erpDocument", document.path("number").asText())
                    .put("erpDocumentId", document.path("reference").path("id").asText());
        }
    }
}
