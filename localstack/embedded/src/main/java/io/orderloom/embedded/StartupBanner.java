package io.orderloom.embedded;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The text that is printed when the stack has started. */
record StartupBanner(EmbeddedStack stack, Path data, InstantSource clock) {

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("Orderloom is up.");
        lines.add(line("webhooks", stack.demoShopWebhooks()));
        lines.add(line("health", stack.http().resolve("/health")));
        lines.add(
                switch (stack.erpChoice()) {
                    case ErpChoice.Sandbox _ -> line("ERP (sandbox)", stack.erp().address());
                    case ErpChoice.Odoo odoo -> line("ERP (Odoo)", odoo.url());
                    case ErpChoice.Elsewhere erp -> line("ERP", erp.name());
                });
        stack.shopAddress().ifPresent(shop -> lines.add(line("demo shop", shop)));
        lines.add(line("subscriber", stack.subscriber().address()));
        lines.add(line("SQS", stack.sqsEndpoint()));
        lines.add(line("DynamoDB", stack.dynamoDbEndpoint()));
        lines.add(line("data", data));
        lines.add(line("function logs", stack.logs()));
        lines.addAll(ownOrder());
        return lines;
    }

    /** The secret is made for this directory alone, and only this machine reaches the door. */
    private List<String> ownOrder() {
        var order = OwnOrder.in(data, clock.instant());
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add(
                "Send an order of your own: change %s (another id is another order), then run"
                        .formatted(order.file()));
        lines.add("");
        lines.addAll(
                order.command(
                        stack.demoShopWebhooks(),
                        EmbeddedStack.DEMO_SHOP_DOMAIN,
                        stack.demoShopSecret()));
        lines.add("");
        lines.add(
                "Look at it: make orders, make order ORDER=…, make payload ORDER=…, make exceptions"
                        + elsewhere());
        return lines;
    }

    /** The setting by which make finds a stack whose directory is not one that it looks into. */
    private String elsewhere() {
        var usual = Path.of(".orderloom").toAbsolutePath().normalize();
        return List.of(usual, usual.resolve("demo")).contains(data)
                ? ""
                : "; each with DATA=" + data;
    }

    private static String line(String name, Object value) {
        return "  %-14s %s".formatted(name, value);
    }
}
