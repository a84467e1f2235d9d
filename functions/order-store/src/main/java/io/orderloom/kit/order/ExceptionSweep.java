package io.orderloom.kit.order;

import io.orderloom.core.AutoResolution;
import io.orderloom.core.OrderState;
import io.orderloom.exception.AuditEntry;
import io.orderloom.order.OrderId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Resolves exceptions that the facts of their orders have settled. That happens at once when a fact
 * that settles one is ingested; this finds those that were missed or that several facts settled
 * together.
 */
@ApplicationScoped
class ExceptionSweep {
    private static final Logger LOG = Logger.getLogger(ExceptionSweep.class);

    private final States states;
    private final ExceptionStore exceptions;
    private final InstantSource clock;

    ExceptionSweep(States states, DynamoDbClient dynamo, TableName name, InstantSource clock) {
        this.states = states;
        this.exceptions = new ExceptionStore(dynamo, name.value());
        this.clock = clock;
    }

    /**
     * @param part some of the open exceptions, whose orders are read with one request
     * @return how many were resolved
     */
    int settle(List<ExceptionRecord> part, OneByOne oneByOne) {
        var orders =
                part.stream().flatMap(kept -> kept.order().stream()).collect(Collectors.toSet());
        var known = states.of(orders, oneByOne);
        return (int) part.stream().filter(kept -> settled(kept, known, oneByOne)).count();
    }

    private boolean settled(
            ExceptionRecord kept, Map<OrderId, OrderState> known, OneByOne oneByOne) {
        return oneByOne.read(
                        kept.key(),
                        () ->
                                kept.order()
                                        .flatMap(order -> Optional.ofNullable(known.get(order)))
                                        .flatMap(order ->
                                                AutoResolution.how(kept.value().what(), order))
                                        .filter(how -> settled(kept, how))
                                        .isPresent())
                .orElse(false);
    }

    private boolean settled(ExceptionRecord kept, String how) {
        boolean settled = exceptions.settle(kept, AuditEntry.ourselves(clock.instant(), how));
        if (settled) {
            LOG.infof("exception %s is settled: %s", kept.fingerprint(), how);
        }
        return settled;
    }
}
