package io.orderloom.kit.governor;

import io.orderloom.governor.Urgency;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;

/**
 * The slots at all ERPs that one batch uses. Which ERP a message is for is assumed by its channel
 * before the batch begins. An order that was placed under other settings turns out to be of another
 * ERP, whose slots are then taken during the batch.
 */
final class BatchLeases {
    private final Map<String, SlotLease> leases = new ConcurrentHashMap<>();
    private final Function<String, SlotLease> make;
    private final Lock lock;

    private final Set<String> opened = new HashSet<>();
    private final Set<String> openedLate = new HashSet<>();
    private Optional<Terms> terms = Optional.empty();

    /** The terms on which the batch asks for slots. */
    private record Terms(Urgency urgency, int wanted, int instances) {
        int open(SlotLease lease) {
            return lease.open(urgency, wanted, instances);
        }
    }

    BatchLeases(Function<String, SlotLease> make, Lock lock) {
        this.make = make;
        this.lock = lock;
    }

    /** Opens an ERP's account for the batch and returns how many calls at once may be made. */
    int open(String erp, Urgency urgency, int wanted, int instances) {
        lock.lock();
        try {
            var asked = new Terms(urgency, wanted, instances);
            int lanes = asked.open(lease(erp));
            terms = Optional.of(asked);
            opened.add(erp);
            return lanes;
        } finally {
            lock.unlock();
        }
    }

    /** Outside of a batch nothing is opened, and the lease lets no call through. */
    SlotLease of(String erp) {
        lock.lock();
        try {
            var lease = lease(erp);
            terms.filter(_ -> !opened.contains(erp) && openedLate.add(erp))
                    .ifPresent(asked -> asked.open(lease));
            return lease;
        } finally {
            lock.unlock();
        }
    }

    /** The last account that is closed ends the batch. */
    void close(String erp) {
        lock.lock();
        try {
            opened.remove(erp);
            if (opened.isEmpty()) {
                terms = Optional.empty();
                openedLate.forEach(late -> lease(late).close());
                openedLate.clear();
            }
            lease(erp).close();
        } finally {
            lock.unlock();
        }
    }

    SlotLease lease(String erp) {
        return leases.computeIfAbsent(erp, make);
    }
}
