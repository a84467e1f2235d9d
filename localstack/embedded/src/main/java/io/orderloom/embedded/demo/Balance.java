package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** Compares the shop's orders with the ERP's documents, to the cent. */
record Balance(List<Row> rows) {
    Balance {
        rows = List.copyOf(rows);
    }

    /** One order and the documents that book it: exactly one, if all is well. */
    record Row(SampleOrder order, List<BookedOrders.Entry> booked) {
        Row {
            booked = List.copyOf(booked);
        }

        private long mismatches() {
            return booked.stream()
                    .filter(entry -> entry.total().compareTo(order.totalAmount()) != 0)
                    .count();
        }

        private String wording() {
            var documents =
                    booked.isEmpty()
                            ? "none"
                            : String.join("; ", booked.stream().map(Row::wording).toList());
            return "  %-10s %12s   %s".formatted(order.name(), order.totalAmount(), documents);
        }

        private static String wording(BookedOrders.Entry entry) {
            return "%-14s %12s%s"
                    .formatted(
                            entry.number(), entry.total(), entry.cancelled() ? "  cancelled" : "");
        }
    }

    /**
     * @param entries all documents of the ERP; those of other orders do not count
     */
    static Balance of(List<SampleOrder> orders, List<BookedOrders.Entry> entries) {
        return new Balance(
                orders.stream().map(order -> new Row(order, booked(order, entries))).toList());
    }

    private static List<BookedOrders.Entry> booked(
            SampleOrder order, List<BookedOrders.Entry> entries) {
        var prefix = EmbeddedStack.DEMO_SHOP + ":" + order.id() + "/";
        return entries.stream().filter(entry -> entry.externalId().startsWith(prefix)).toList();
    }

    private long documents() {
        return rows.stream().mapToLong(row -> row.booked().size()).sum();
    }

    private long lost() {
        return rows.stream().filter(row -> row.booked().isEmpty()).count();
    }

    private long doubled() {
        return rows.stream().mapToLong(row -> Math.max(0, row.booked().size() - 1)).sum();
    }

    private long mismatched() {
        return rows.stream().mapToLong(Row::mismatches).sum();
    }

    boolean holds() {
        return !rows.isEmpty() && lost() == 0 && doubled() == 0 && mismatched() == 0;
    }

    void print(PrintStream out) {
        out.printf(
                "%n  %-10s %12s   %-14s %12s%n",
                "order", "shop total", "ERP document", "ERP total");
        rows.forEach(row -> out.println(row.wording()));
        out.printf(
                "  %-10s %12s   %-14s %12s%n%n",
                "all",
                sum(rows.stream().map(row -> row.order().totalAmount()).toList()),
                documents() + " documents",
                sum(
                        rows.stream()
                                .flatMap(row -> row.booked().stream())
                                .map(BookedOrders.Entry::total)
                                .toList()));
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String toString() {
        return "orders=%d erp_documents=%d lost=%d doubled=%d mismatched=%d"
                .formatted(rows.size(), documents(), lost(), doubled(), mismatched());
    }
}
