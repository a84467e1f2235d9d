package io.orderloom.kit.order;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Where a sweep of the work list ran out of time. Two sweeps at once may each overwrite the other's
 * place: a part is then looked at twice or one round later, and never for good.
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

    /** Behind which the next begins; nothing where the last came to the end. */
    Optional<WorkPlace> read() {
        return Optional.ofNullable(reads.items(Set.of(WorkPlace.CURSOR)).get(WorkPlace.CURSOR))
                .flatMap(WorkPlace::read);
    }

    void keep(WorkPlace place) {
        dynamo.putItem(r -> r.tableName(table).item(place.cursor()));
    }

    /** The next begins anew. */
    void forget() {
        dynamo.putItem(r -> r.tableName(table).item(WorkPlace.CURSOR.attributes()));
    }
}
