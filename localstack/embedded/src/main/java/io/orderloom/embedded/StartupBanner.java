package io.orderloom.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The text that is printed when the stack has started. */
record StartupBanner(EmbeddedStack stack, Path data) {

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
        return lines;
    }

    private static String line(String name, Object value) {
        return "  %-14s %s".formatted(name, value);
    }
}
