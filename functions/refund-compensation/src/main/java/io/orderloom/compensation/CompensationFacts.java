package io.orderloom.compensation;

import io.orderloom.core.Message;
import io.orderloom.core.Rejection;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Role;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.source.SourceInstance;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The facts that undoing one order can lead to. */
record CompensationFacts(Message.ForTask message, InstantSource clock) {

    ExternalId salesOrder() {
        return ExternalId.salesOrder(message.orderId());
    }

    Fact erpCancelled(String erp, ErpDocument document) {
        return new Fact.ErpCancelled(erp(erp, Fact.ErpCancelled.KIND), message.orderId(), document);
    }

    /** The cause is part of the key: a second rejection for another cause is another fact. */
    Fact erpCancelRefused(String erp, ErpDocument document, Fault fault) {
        return new Fact.ErpCancelRefused(
                erp(erp, Fact.ErpCancelRefused.KIND, Rejection.revision(fault)),
                message.orderId(),
                document,
                fault);
    }

    /**
     * The key holds the channel's own id, so that its webhook about the same refund is a
     * repetition.
     */
    Fact refunded(SourceInstance channel, String reference, Amount amount) {
        return new Fact.RefundSettled(
                channel(channel, Fact.RefundSettled.KIND, reference),
                message.orderId(),
                reference,
                amount,
                Optional.empty(),
                RefundCause.CANCELLATION,
                List.of(),
                List.of());
    }

    /** The cause is part of the key: a second failure for another cause is another fact. */
    Fact refundFailed(SourceInstance channel, String reference, Amount amount, Fault fault) {
        return new Fact.RefundFailed(
                channel(
                        channel,
                        Fact.RefundFailed.KIND,
                        message.orderId().toString(),
                        Rejection.revision(fault)),
                message.orderId(),
                reference,
                amount,
                fault);
    }

    private Provenance erp(String erp, String kind) {
        return erp(erp, kind, "1");
    }

    private Provenance erp(String erp, String kind, String revision) {
        return provenance(
                new FactKey("erp/" + erp, kind, message.orderId().toString(), revision), Role.ERP);
    }

    private Provenance channel(SourceInstance channel, String kind, String id) {
        return channel(channel, kind, id, "1");
    }

    private Provenance channel(SourceInstance channel, String kind, String id, String revision) {
        return provenance(
                new FactKey(channel.connector() + "/" + channel.name(), kind, id, revision),
                Role.PAYMENT);
    }

    private Provenance provenance(FactKey key, Role role) {
        var now = clock.instant();
        return new Provenance(key, role, now, now, message.correlationId());
    }
}
