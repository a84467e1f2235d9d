package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.embedded.erp.Document;
import io.orderloom.embedded.erp.SalesOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Orders in progress for the tests. */
final class Samples {
    static final int NOT_TAKEN = 503;

    private Samples() {}

    static SampleOrder order(long id) {
        return new SampleOrder(
                id, List.of(new SampleOrder.Item("MUG-01", "Stoneware mug", 1, 1_000, 0)), 0);
    }

    /** An order that was acknowledged and posted at these times after it was due. */
    static Passage told(long id, long due, Duration acknowledged, Duration posted) {
        return acknowledged(id, due, acknowledged)
                .hearAccepted()
                .hearPosted(due + posted.toNanos());
    }

    static Passage acknowledged(long id, long due, Duration after) {
        return Passage.of(order(id), due).answered(Passage.ACKNOWLEDGED, due + after.toNanos());
    }

    static Document document(SampleOrder order) {
        return document(order, order.totalAmount());
    }

    static Document document(SampleOrder order, BigDecimal total) {
        return new Document(
                "SO-" + order.id(),
                new SalesOrder(
                        EmbeddedStack.DEMO_SHOP + ":" + order.id() + "/sales-order",
                        new SalesOrder.Customer("customer", ""),
                        "USD",
                        LocalDate.of(2026, 11, 2),
                        order.name(),
                        false,
                        List.of(),
                        total),
                Document.State.CONFIRMED,
                total,
                "");
    }

    static MeterReading nothingUsed() {
        return new MeterReading(Map.of(), Duration.ZERO, Map.of());
    }
}
