package io.orderloom.example;

import io.orderloom.cdk.Orderloom;
import io.orderloom.cdk.OrderloomProps;
import io.orderloom.topology.Queue;
import java.nio.file.Path;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/** A stack of a shop's own, with Orderloom in it. */
final class ShopStack extends Stack {

    ShopStack(Construct scope, Path root) {
        super(scope, "shop");
        var props =
                OrderloomProps.builder("live", root)
                        .channel("eu-shop", "shopify", "eu-shop.myshopify.com")
                        .erp("odoo", "https://odoo.shop.example")
                        .deployment("AllAtOnce")
                        .build();
        var orders = new Orderloom(this, "Orders", props);
        CfnOutput.Builder.create(this, "Webhooks").value(orders.doorUrl()).build();
        CfnOutput.Builder.create(this, "Dead")
                .value(orders.deadLettersOf(Queue.ERP).getQueueUrl())
                .build();
        CfnOutput.Builder.create(this, "Table").value(orders.table().getTableArn()).build();
    }
}
