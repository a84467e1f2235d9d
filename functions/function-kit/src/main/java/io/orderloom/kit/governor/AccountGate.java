package io.orderloom.kit.governor;

import io.orderloom.governor.Urgency;
import io.orderloom.kit.config.ErpRoutes;
import io.orderloom.kit.queue.Gate;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.topology.EventSource;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** The gates in front of the ERPs' accounts, for the messages of one queue. */
record AccountGate(
        BatchLeases leases,
        ErpRoutes routes,
        Urgency urgency,
        EventSource source,
        Predicate<QueueRecord> calls)
        implements Gate {
    private static final Logger LOG = Logger.getLogger(AccountGate.class);

    @Override
    public boolean guards(QueueRecord record) {
        return calls.test(record);
    }

    @Override
    public String account(QueueRecord record) {
        return routes.of(channel(record));
    }

    /** The message group is the order's id, which begins with the channel instance. */
    @Override
    public String channel(QueueRecord record) {
        var group = record.group();
        int end = group.indexOf(':');
        return end < 0 ? group : group.substring(0, end);
    }

    @Override
    public Permit open(String erp, int groups) {
        int lanes = leases.open(erp, urgency, wanted(groups), source.maximumConcurrency());
        if (lanes == 0) {
            LOG.infof("%d orders wait: %s", groups, leases.lease(erp).state());
        }
        return new Way(erp, lanes);
    }

    /**
     * Urgent work takes no more slots than it needs. Other work takes a whole batch's, so that it
     * seldom has to request more.
     */
    private int wanted(int groups) {
        return switch (urgency) {
            case URGENT -> groups;
            case NORMAL -> source.batchSize();
        };
    }

    private final class Way implements Permit {
        private final String erp;
        private final int lanes;

        Way(String erp, int lanes) {
            this.erp = erp;
            this.lanes = lanes;
        }

        @Override
        public int lanes() {
            return lanes;
        }

        @Override
        public Optional<Duration> hold(QueueRecord record) {
            int drawn = record.messageId().hashCode() * 31 + record.receiveCount();
            return leases.lease(erp).hold(urgency, Math.floorMod(drawn, 1000));
        }

        @Override
        public void close() {
            leases.close(erp);
        }
    }
}
