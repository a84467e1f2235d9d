package io.orderloom.cdk;

import io.orderloom.topology.Table;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.Billing;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexPropsV2;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.constructs.Construct;

/** The one table: paid by request, restorable to any second, kept when the stack goes. */
final class OrderTable {
    private OrderTable() {}

    static TableV2 of(Construct scope, Stage stage) {
        return TableV2.Builder.create(scope, "Table")
                .tableName(stage.named(Table.NAME))
                .partitionKey(text(Table.PARTITION_KEY))
                .sortKey(text(Table.SORT_KEY))
                .timeToLiveAttribute(Table.TIME_TO_LIVE)
                .globalSecondaryIndexes(Table.INDEXES.stream().map(OrderTable::index).toList())
                .billing(Billing.onDemand())
                .pointInTimeRecoverySpecification(
                        PointInTimeRecoverySpecification.builder()
                                .pointInTimeRecoveryEnabled(true)
                                .build())
                .deletionProtection(stage.production())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private static GlobalSecondaryIndexPropsV2 index(Table.Index index) {
        return GlobalSecondaryIndexPropsV2.builder()
                .indexName(index.name())
                .partitionKey(text(index.partitionKey()))
                .sortKey(text(index.sortKey()))
                .projectionType(ProjectionType.ALL)
                .build();
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
