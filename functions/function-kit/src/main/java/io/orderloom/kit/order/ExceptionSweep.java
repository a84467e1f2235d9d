package io.orderloom.kit.order;

import io.orderloom.exception.Deed;
import io.orderloom.exception.SettledByFacts;
import io.orderloom.kit.config.TableName;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Resolves the exceptions that the facts of their orders have settled: at once where a fact says so
 * when it is absorbed, and here whatever was missed or came about by several facts together.
 */
@ApplicationScoped
public class ExceptionSweep {
    private static final Logger LOG = Logger.getLogger(ExceptionSweep.class);

    private final OrderStore store;
    private final ExceptionStore exceptions;
    private final InstantSource clock;

    ExceptionSweep(OrderStore store, DynamoDbClient dynamo, TableName name, InstantSource clock) {
        this.store = store;
        this.exceptions = new ExceptionStore(dynamo, name.value());
        this.clock = clock;
    }

    /**
     * @return how many were resolved
     */
    public int settle() {
        return (int) exceptions.open().stream().filter(this::settled).count();
    }

    private boolean settled(KeptException kept) {
        return kept.order()
                .flatMap(order ->
                        SettledByFacts.how(
                                kept.value().what(),
                                store.stored(order, store.read(order, List.of(Items.STATE)))
                                        .state()))
                .filter(how -> exceptions.settle(kept, Deed.ourselves(clock.instant(), how)))
                .map(how -> {
                    LOG.infof("exception %s is settled: %s", kept.fingerprint(), how);
                    return true;
                })
                .orElse(false);
    }
}
