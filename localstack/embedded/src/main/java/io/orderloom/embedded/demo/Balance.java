package io.orderloom.embedded.demo;

import io.orderloom.embedded.EmbeddedStack;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.List;

/** The shop's orders beside the ERP's documents, to the cent. */
record Balance(int orders, int documents, int lost, int doubled, int mismatched) {

    static Balance of(List<SampleOrder> orders, List<Books.Entry> entries) {
        int lost = 0;
        int doubled = 0;
        int mismatched = 0;
        for (var order : orders) {
            var booked = booked(order, entries);
            lost += booked.isEmpty() ? 1 : 0;
            doubled += Math.max(0, booked.size() - 1);
            mismatched +=
                    (int)
                            booked.stream()
                                    .filter(e -> e.total().compareTo(order.totalAmount()) != 0)
                                    .count();
        }
        return new Balance(orders.size(), entries.size(), lost, doubled, mismatched);
    }

    private static List<Books.Entry> booked(SampleOrder order, List<Books.Entry> entries) {
        var prefix = EmbeddedStack.DEMO_SHOP + ":" + order.id() + "/";
        return entries.stream().filter(e -> e.externalId().startsWith(prefix)).toList();
    }

    boolean holds() {
        return lost == 0 && doubled == 0 && mismatched == 0 && documents == orders;
    }

    static void print(PrintStream out, List<SampleOrder> orders, List<Books.Entry> entries) {
        out.printf(
                "%n  %-10s %12s   %-12s %12s%n",
                "order", "shop total", "ERP document", "ERP total");
        for (var order : orders) {
            var booked = booked(order, entries);
            out.printf(
                    "  %-10s %12s   %s%n",
                    order.name(),
                    order.totalAmount(),
                    booked.isEmpty()
                            ? "none"
                            : String.join(", ", booked.stream().map(Balance::wording).toList()));
        }
        out.printf(
                "  %-10s %12s   %-12s %12s%n%n",
                "all",
                sum(orders.stream().map(SampleOrder::totalAmount).toList()),
                entries.size() + " documents",
                sum(entries.stream().map(Books.Entry::total).toList()));
    }

    private static String wording(Books.Entry entry) {
        return "%-12s %12s%s"
                .formatted(entry.number(), entry.total(), entry.cancelled() ? "  cancelled" : "");
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Override
    public String toString() {
        return "orders=%d erp_documents=%d lost=%d doubled=%d mismatched=%d"
                .formatted(orders, documents, lost, doubled, mismatched);
    }
}
