package io.orderloom.kit.deadletter;

import io.orderloom.kit.order.ItemKey;
import io.orderloom.kit.order.Items;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.order.TableReads;
import io.orderloom.kit.queue.Handled;
import io.orderloom.kit.queue.QueueEvent.QueueRecord;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Table;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Keeps why messages failed until they are handled or given up. A dead letter keeps its message's
 * id, by which its cause is found.
 */
@ApplicationScoped
public class LastFailures {
    private static final Logger LOG = Logger.getLogger(LastFailures.class);

    private final DynamoDbClient dynamo;
    private final String table;
    private final InstantSource clock;

    public LastFailures(DynamoDbClient dynamo, TableName name, InstantSource clock) {
        this.dynamo = dynamo;
        this.table = name.value();
        this.clock = clock;
    }

    /**
     * Returns a handler that records each failure before it fails. A stack overflow fails one
     * message like any other failure, and not its whole batch.
     */
    public Function<QueueRecord, Handled> noted(
            Queue source, Function<QueueRecord, Handled> handler) {
        return record -> {
            try {
                return handler.apply(record);
            } catch (RuntimeException failure) {
                note(source, record, failure);
                throw failure;
            } catch (StackOverflowError tooDeep) {
                note(source, record, tooDeep);
                throw new IllegalStateException("nested too deeply", tooDeep);
            }
        };
    }

    private void note(Queue source, QueueRecord record, Throwable failure) {
        var now = clock.instant();
        var key = key(source, record.messageId());
        var item = key.attributes();
        // An error's message may quote a payload, and only RAW and PII items may hold what a
        // payload may hold.
        item.put(Items.BODY, Items.body(LastFailure.of(failure, now, !source.personalData())));
        item.put(
                Table.TIME_TO_LIVE,
                Items.number(now.plus(source.retention().multipliedBy(2)).getEpochSecond()));
        try {
            dynamo.putItem(r -> r.tableName(table).item(item));
        } catch (SdkException away) {
            LOG.warnf(
                    "the failure of message %s could not be kept in the table and is only in this log: %s",
                    key, away.getMessage());
        }
    }

    /** The last failure of a message of this queue; empty if its handler itself never failed. */
    public static Optional<LastFailure> of(Queue source, String messageId, TableReads reads) {
        var key = key(source, messageId);
        return Optional.ofNullable(reads.items(Set.of(key)).get(key))
                .map(item -> Items.body(item, LastFailure.class));
    }

    private static ItemKey key(Queue source, String messageId) {
        return new ItemKey(Items.queue(source), "FAILURE#" + messageId);
    }
}
