package io.orderloom.kit.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The place at which a sweep of the work list ran out of time. Two sweeps at once may overwrite
 * each other's place: a part is then handled twice or one round later, but is never left out for
 * good.
 */
@ApplicationScoped
class WorkCursor {
    private final DynamoDbClient dynamo;
    private final String table;
    private final TableReads reads;

    WorkCursor(DynamoDbClient dynamo, TableName name, TableReads reads) {
        this.dynamo = dynamo;
        this.table = name.value();
        this.reads = reads;
    }

    /** The place after which the next sweep begins; empty if the last one came to the end. */
    Optional<WorkPlace> read() {
        return Optional.ofNullable(reads.items(Set.of(WorkPlace.CURSOR)).get(WorkPlace.CURSOR))
                .flatMap(WorkPlace::read);
    }

    void keep(WorkPlace place) {
        dynamo.putItem(r -> r.tableName(table).item(place.cursor()));
    }

    /** Lets the next sweep begin at the start. */
    void forget() {
        dynamo.putItem(r -> r.tableName(table).item(WorkPlace.CURSOR.attributes()));
    }
}
