package io.orderloom.cdk;

import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** The one table: paid by request, restorable to any second, kept in production. */
final class OrderTable {
    private OrderTable() {}

    static Table of(Construct scope, Stage stage, IKey key) {
        var table =
                Table.Builder.create(scope, "Table")
                        .tableName(stage.named(io.orderloom.topology.Table.NAME))
                        .partitionKey(text(io.orderloom.topology.Table.PARTITION_KEY))
                        .sortKey(text(io.orderloom.topology.Table.SORT_KEY))
                        .timeToLiveAttribute(io.orderloom.topology.Table.TIME_TO_LIVE)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .encryption(TableEncryption.CUSTOMER_MANAGED)
                        .encryptionKey(key)
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .build())
                        .deletionProtection(stage.production())
                        .removalPolicy(stage.removal())
                        .build();
        io.orderloom.topology.Table.INDEXES.forEach(
                index -> table.addGlobalSecondaryIndex(index(index)));
        return table;
    }

    private static GlobalSecondaryIndexProps index(io.orderloom.topology.Table.Index index) {
        return GlobalSecondaryIndexProps.builder()
                .indexName(index.name())
                .partitionKey(text(index.partitionKey()))
                .sortKey(text(index.sortKey()))
                .projectionType(projected(index))
                .build();
    }

    private static ProjectionType projected(io.orderloom.topology.Table.Index index) {
        return switch (index.projection()) {
            case ALL -> ProjectionType.ALL;
            case KEYS -> ProjectionType.KEYS_ONLY;
        };
    }

    private static Attribute text(String name) {
        return Attribute.builder().name(name).type(AttributeType.STRING).build();
    }
}
