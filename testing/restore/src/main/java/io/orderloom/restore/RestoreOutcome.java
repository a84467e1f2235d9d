package io.orderloom.restore;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.demo.BookedOrders;
import io.orderloom.embedded.demo.SampleOrder;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** The final result of each order in the ERP and the shop. */
record RestoreOutcome(List<Row> rows) {
    RestoreOutcome {
        rows = List.copyOf(rows);
    }

    record Row(Fate fate, SampleOrder order, List<BookedOrders.Entry> booked, int refunds) {
        Row {
            booked = List.copyOf(booked);
        }

        private boolean right() {
            boolean undone = fate == Fate.UNDONE;
            return booked.size() == 1
                    && booked.getFirst().total().compareTo(order.totalAmount()) == 0
                    && booked.getFirst().cancelled() == undone
                    && refunds == (undone ? 1 : 0);
        }

        private boolean doubled() {
            return booked.size() > 1 || refunds > (fate == Fate.UNDONE ? 1 : 0);
        }
    }

    static RestoreOutcome of(LostHour hour, EmbeddedStack stack) {
        var rows = new ArrayList<Row>();
        for (var fate : Fate.values()) {
            for (var order : hour.of(fate)) {
                rows.add(
                        new Row(
                                fate,
                                order,
                                hour.booked(stack, order),
                                stack.shop().refunds(Long.toString(order.id())).size()));
            }
        }
        return new RestoreOutcome(rows);
    }

    long found() {
        return rows.stream().filter(row -> row.fate().missing() && row.right()).count();
    }

    long doubled() {
        return rows.stream().filter(Row::doubled).count();
    }

    /** The number of orders that are wrong in another way than being there twice. */
    long lost() {
        return rows.stream().filter(row -> !row.right() && !row.doubled()).count();
    }

    boolean holds() {
        return found() > 0 && lost() == 0 && doubled() == 0;
    }

    void print(PrintStream out) {
        for (var fate : Fate.values()) {
            var of = rows.stream().filter(row -> row.fate() == fate).toList();
            out.printf(
                    "  %-58s %d orders, %d right%n",
                    fate.words(), of.size(), of.stream().filter(Row::right).count());
        }
    }

    @Override
    public String toString() {
        return "found=%d lost=%d doubled=%d".formatted(found(), lost(), doubled());
    }
}
