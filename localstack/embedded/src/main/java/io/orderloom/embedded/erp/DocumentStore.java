package io.orderloom.embedded.erp;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.journal.Journal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All documents, by id and by external id; one at a time may change them. */
final class DocumentStore implements AutoCloseable {
    private static final String ID = "id";
    private static final String ORDER = "order";
    private static final String CANCELLED_FOR = "cancelledFor";

    private final PostingRules rules;
    private final Map<String, Document> byId = new LinkedHashMap<>();
    private final Map<String, String> idByExternalId = new LinkedHashMap<>();
    private final Journal journal;

    DocumentStore(PostingRules rules, Path file) {
        this.rules = rules;
        this.journal = Journal.open(file, this::replay);
    }

    /** The result of a request to post. */
    sealed interface Posting {
        record Created(Document document) implements Posting {}

        /** The same order was posted before; nothing changed. */
        record Repeated(Document document) implements Posting {}

        record Refused(DocumentRejection refusal) implements Posting {}
    }

    synchronized Posting post(SalesOrder order) {
        var existing = byExternalId(order.externalId());
        if (existing.isPresent()) {
            return existing.get().order().equals(order)
                    ? new Posting.Repeated(existing.get())
                    : new Posting.Refused(taken(existing.get()));
        }
        return rules.refuse(order)
                .<Posting>map(Posting.Refused::new)
                .orElseGet(() -> new Posting.Created(create(order)));
    }

    synchronized Optional<Document> cancel(String id, String reason) {
        var document = find(id);
        return document.map(before -> {
            var after = before.cancelled(reason);
            if (!after.equals(before)) {
                journal.append(StackJson.object().put(ID, id).put(CANCELLED_FOR, reason));
                byId.put(id, after);
            }
            return after;
        });
    }

    synchronized Optional<Document> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    synchronized Optional<Document> byExternalId(String externalId) {
        return Optional.ofNullable(idByExternalId.get(externalId)).flatMap(this::find);
    }

    synchronized List<Document> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public synchronized void close() {
        journal.close();
    }

    private Document create(SalesOrder order) {
        var document = Document.confirmed("SO-%06d".formatted(byId.size() + 1), order);
        var entry = StackJson.object().put(ID, document.id());
        entry.set(ORDER, SalesOrderJson.write(order));
        journal.append(entry);
        keep(document);
        return document;
    }

    private void keep(Document document) {
        byId.put(document.id(), document);
        idByExternalId.put(document.order().externalId(), document.id());
    }

    private void replay(JsonNode entry) {
        var id = entry.path(ID).asText();
        if (entry.has(ORDER)) {
            keep(Document.confirmed(id, SalesOrderJson.read(RequestFields.of(entry.path(ORDER)))));
        } else {
            find(id).ifPresent(d -> byId.put(id, d.cancelled(entry.path(CANCELLED_FOR).asText())));
        }
    }

    private static DocumentRejection taken(Document existing) {
        return new DocumentRejection(
                DocumentRejection.Code.DUPLICATE_KEY,
                "externalId",
                "%s has other content".formatted(existing.id()));
    }
}
