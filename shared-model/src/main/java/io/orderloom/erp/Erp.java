package io.orderloom.erp;

import io.orderloom.fault.Fault;
import java.time.Duration;

/**
 * An ERP. No method throws because of the other side's answer, or because it gives none: the
 * returned value tells that. Every method may be called again with the same arguments.
 */
public interface Erp {

    /**
     * The name of the instance, which its facts and documents carry, for example {@code odoo} or
     * {@code us-books}.
     */
    String name();

    /**
     * Books a sales order under an external id, or adopts the one that is there. The document is
     * confirmed when this returns {@link Booked}.
     */
    PostAnswer post(Booking booking, ExternalId id);

    /** The document that carries the external id. */
    FindAnswer find(ExternalId id);

    /** Cancels the document that carries the external id; one already cancelled stays so. */
    CancelAnswer cancel(ExternalId id, String reason);

    /** How long after a lost answer a look-up is conclusive. */
    Duration settlingTime();

    /** Whether the ERP answers at all and accepts our credentials. */
    Health health();

    sealed interface PostAnswer permits Booked, Failed {}

    sealed interface FindAnswer permits Booked, Absent, Failed {}

    sealed interface CancelAnswer permits Booked, Absent, Failed {}

    /** The document in its current form. */
    record Booked(ErpDocument document) implements PostAnswer, FindAnswer, CancelAnswer {}

    /** There is no document under this external id. */
    record Absent() implements FindAnswer, CancelAnswer {}

    record Failed(Fault fault) implements PostAnswer, FindAnswer, CancelAnswer {}

    /**
     * @param detail the ERP's address and answer, for a person; free of secrets
     */
    record Health(boolean up, String detail) {}
}
