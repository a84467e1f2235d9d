package io.orderloom.cost;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderloom.bench.FactMessages;
import io.orderloom.embedded.ChannelOption;
import io.orderloom.embedded.common.StackJson;
import io.orderloom.embedded.demo.SampleOrder;
import io.orderloom.topology.Function;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The facts that a warehouse and an ERP state of an order that goes well (docs/schemas/v1/fact).
 */
record StatedFacts(String instance, SampleOrder order) {
    /** The number of facts. */
    static final int COUNT = 3;

    private static final String WAREHOUSE = "wms";
    private static final String ERP = "books";

    /** The systems that state them. Only normalize reads what they send. */
    static final List<ChannelOption> INSTANCES =
            List.of(FactMessages.channel(WAREHOUSE, "warehouse"), FactMessages.channel(ERP, "erp"));

    private static final Instant AT = Instant.parse("2026-11-03T08:15:30Z");

    /**
     * @param message of the inbound queue
     * @param told the event that follows
     */
    record Stated(String message, String told) {}

    /** Adds the work of intake for each fact, as measured for the order's own webhook. */
    static Consumption withIntake(Consumption used) {
        var more = new EnumMap<Function, Consumption.Work>(Function.class);
        for (int i = 0; i < COUNT; i++) {
            more.merge(Function.INTAKE, used.work(Function.INTAKE), Consumption.Work::plus);
        }
        return used.plus(new Consumption(Map.of(), more));
    }

    List<Stated> all() {
        var shipped = units("shipped", "wms/north", "WAREHOUSE").put("shipment", "S-" + order.id());
        var invoiced = units("erp-invoiced", "erp/sandbox", "ERP");
        var charges = BigDecimal.valueOf(order.shipping() + tax(order.shipping()), 2);
        invoiced.put("number", "INV-" + order.id());
        invoiced.put("amount", usd(order.totalAmount().subtract(charges)));
        invoiced.put("charges", usd(charges));
        return List.of(
                stated(WAREHOUSE, units("allocated", "wms/north", "WAREHOUSE"), "allocated"),
                stated(WAREHOUSE, shipped, "shipped"),
                stated(ERP, invoiced, "invoiced"));
    }

    private ObjectNode units(String kind, String source, String role) {
        var fact = StackJson.object().put("fact", kind).put("orderId", orderId());
        fact.putObject("provenance")
                .put("key", "%s|%s|%d|1".formatted(source, kind, order.id()))
                .put("role", role)
                .put("occurredAt", AT.toString())
                .put("recordedAt", AT.toString())
                .put("correlationId", "life-" + order.id());
        var units = fact.putArray("units");
        for (int i = 0; i < order.items().size(); i++) {
            units.addObject()
                    .put("lineId", Long.toString(order.id() * 10 + i))
                    .put("quantity", Integer.toString(order.items().get(i).quantity()));
        }
        return fact;
    }

    private Stated stated(String from, ObjectNode fact, String told) {
        return new Stated(
                new FactMessages(from, AT.toString())
                        .of("%s-%d".formatted(told, order.id()), "life-" + order.id(), fact),
                told);
    }

    private String orderId() {
        return instance + ":" + order.id();
    }

    private static long tax(long net) {
        return new SampleOrder(0, List.of(), net).tax();
    }

    private static String usd(BigDecimal amount) {
        return amount.toPlainString() + " USD";
    }
}
