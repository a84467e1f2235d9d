package io.orderloom.warehouse;

import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.source.SourceInstance;
import java.time.Duration;

/**
 * A warehouse. No method throws because of the other side's answer, or because it gives none: the
 * returned value tells that. Every method may be called again with the same arguments. What becomes
 * of the goods is stated by the warehouse's {@link io.orderloom.source.Source}.
 */
public interface Warehouse {

    /** The name by which {@link SourceInstance#connector()} chooses it. */
    String connector();

    /** Asks for goods to be sent, or adopts the request that is there under the external id. */
    ReleaseAnswer release(SourceInstance instance, Release release, ExternalId id);

    /** The request that bears the external id. */
    FindAnswer find(SourceInstance instance, ExternalId id);

    /**
     * Asks the warehouse to send nothing more for a request. The warehouse decides whether that is
     * still possible.
     */
    CancelAnswer cancel(SourceInstance instance, ExternalId id, String reason);

    /** The time after a lost answer from which a look-up is conclusive. */
    Duration settlingTime();

    /**
     * Goods of an order that leave from one node together.
     *
     * @param personalData with the address to which they go
     */
    record Release(Order order, FulfilmentGroup group, PersonalData personalData) {}

    sealed interface ReleaseAnswer permits Known, Failed {}

    sealed interface FindAnswer permits Known, Absent, Failed {}

    sealed interface CancelAnswer permits Known, Absent, Failed {}

    /**
     * The request as the warehouse has it.
     *
     * @param reference the warehouse's own id of it
     */
    record Known(String reference, State state)
            implements ReleaseAnswer, FindAnswer, CancelAnswer {}

    /** There is no request under this external id. */
    record Absent() implements FindAnswer, CancelAnswer {}

    record Failed(Fault fault) implements ReleaseAnswer, FindAnswer, CancelAnswer {}

    enum State {
        /** It may still be cancelled. */
        WAITING,
        /** It is being picked or packed. */
        IN_WORK,
        /** All of it has left. */
        SENT,
        CANCELLED
    }
}
