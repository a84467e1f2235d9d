package io.orderloom.kit.health;

import io.orderloom.kit.order.TableName;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Whether the table exists and is active. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "orderloom.uses-table", stringValue = "true")
class TableCheck implements HealthCheck {
    private final DynamoDbClient dynamo;
    private final String table;

    TableCheck(DynamoDbClient dynamo, TableName name) {
        this.dynamo = dynamo;
        this.table = name.value();
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("table").up();
        try {
            var status =
                    dynamo.describeTable(r -> r.tableName(table)).table().tableStatusAsString();
            return response.withData("status", status).build();
        } catch (SdkException unreachable) {
            return response.down()
                    .withData("error", String.valueOf(unreachable.getMessage()))
                    .build();
        }
    }
}
