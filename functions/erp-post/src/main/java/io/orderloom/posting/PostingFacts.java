package io.orderloom.posting;

import io.orderloom.core.Message;
import io.orderloom.core.Rejection;
import io.orderloom.erp.Booking;
import io.orderloom.erp.ErpDocument;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import java.time.InstantSource;
import java.util.Optional;

/** The facts that posting one order can lead to. */
record PostingFacts(Message.ForTask message, String erp, InstantSource clock) {

    Fact posted(ErpDocument document, Booking booking) {
        return new Fact.ErpPosted(
                provenance(Fact.ErpPosted.KIND, Role.ERP),
                message.orderId(),
                document,
                booking.total(),
                booking.order().sourceRevision());
    }

    /** The cause is part of the key: a second rejection for another cause is another fact. */
    Fact refused(Fault fault) {
        return new Fact.ErpRefused(
                provenance(Fact.ErpRefused.KIND, Role.ERP, Rejection.revision(fault)),
                message.orderId(),
                fault);
    }

    /** The last failure is part of the key, as the cause is part of a rejection's. */
    Fact inDoubt(Fault fault) {
        return new Fact.ErpInDoubt(
                provenance(Fact.ErpInDoubt.KIND, Role.MIDDLEWARE, Rejection.revision(fault)),
                message.orderId(),
                Optional.of(fault));
    }

    Fact cancelled(ErpDocument document) {
        return new Fact.ErpCancelled(
                provenance(Fact.ErpCancelled.KIND, Role.ERP), message.orderId(), document);
    }

    Fact skipped() {
        return new Fact.ErpPostingSkipped(
                provenance(Fact.ErpPostingSkipped.KIND, Role.MIDDLEWARE), message.orderId());
    }

    private Provenance provenance(String kind, Role role) {
        return provenance(kind, role, "1");
    }

    private Provenance provenance(String kind, Role role, String revision) {
        var now = clock.instant();
        return new Provenance(
                new FactKey("erp/" + erp, kind, message.orderId().toString(), revision),
                role,
                now,
                now,
                message.correlationId());
    }
}
