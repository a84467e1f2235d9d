package io.orderloom.desk;

import io.orderloom.core.StatusRules;
import io.orderloom.kit.order.OrderScan;
import io.orderloom.kit.order.OrderScan.Found;
import io.orderloom.order.OrderId;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeSet;

/**
 * Lists the orders that changed last. All orders are read for it, so it keeps no more than those
 * that it prints.
 */
final class OrdersDesk {
    private static final int USUAL = 20;
    private static final int MOST = 1_000;

    /** As many names of channel instances as a message can hold. */
    private static final int MOST_CHANNELS = 20;

    private final OrderScan scan;
    private final InstantSource clock;
    private final PrintStream out;
    private final PrintStream err;
    private final PriorityQueue<OrderRow> newest = new PriorityQueue<>(OrderRow.OLDEST_FIRST);
    private final List<String> unreadable = new ArrayList<>();
    private final TreeSet<String> channels = new TreeSet<>();
    private long read;
    private long fitting;
    private long unread;

    OrdersDesk(OrderScan scan, InstantSource clock, PrintStream out, PrintStream err) {
        this.scan = scan;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Returns true if every order that was asked for could be read. */
    boolean list(CommandArguments words) {
        var filter = words.find("STATE").map(StateFilter::parse).orElse(StateFilter.ANY);
        var channel = words.find("CHANNEL");
        int limit = words.find("LIMIT").map(OrdersDesk::limit).orElse(USUAL);
        scan.all(
                order -> wanted(order, channel),
                found -> note(found, filter, limit),
                new ScanProgress(clock, err));
        channel.filter(name -> read + unread == 0).ifPresent(this::unknown);
        print(limit);
        return unread == 0;
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException _) {
            // It is refused below.
        }
        throw new UsageException(
                "LIMIT: '%s' is no number of orders; give one from 1 to %d (%d if left out)"
                        .formatted(text, MOST, USUAL));
    }

    private boolean wanted(OrderId order, Optional<String> channel) {
        if (channels.size() < MOST_CHANNELS) {
            channels.add(order.channelInstance());
        }
        return channel.filter(name -> !name.equals(order.channelInstance())).isEmpty();
    }

    private void unknown(String channel) {
        throw new UsageException(
                channels.isEmpty()
                        ? "CHANNEL: no order is of '%s'; the table has no order at all"
                                .formatted(channel)
                        : "CHANNEL: no order is of '%s'; the table has orders of %s%s"
                                .formatted(
                                        channel,
                                        String.join(", ", channels),
                                        channels.size() < MOST_CHANNELS ? "" : " and others"));
    }

    private void note(Found found, StateFilter filter, int limit) {
        switch (found) {
            case Found.Read(var state, var changedAt) -> {
                read++;
                var status = StatusRules.of(state);
                if (filter.fits(status)) {
                    fitting++;
                    newest.add(OrderRow.of(state, changedAt, status));
                    if (newest.size() > limit) {
                        newest.remove();
                    }
                }
            }
            case Found.Unread(var order, var why) -> {
                unread++;
                if (unreadable.size() < limit) {
                    unreadable.add("%s can't be read: %s".formatted(order, why));
                }
            }
        }
    }

    private void print(int limit) {
        var rows = newest.stream().sorted(OrderRow.OLDEST_FIRST.reversed()).toList();
        if (!rows.isEmpty()) {
            OrderRow.table(rows).forEach(out::println);
            out.println();
        }
        unreadable.forEach(out::println);
        if (unread > unreadable.size()) {
            out.printf("%d more can't be read%n", unread - unreadable.size());
        }
        out.printf(
                "%d listed%s, of %d read, since no index lists orders by time. Next: make order ORDER=…%n",
                rows.size(),
                fitting > limit ? ", the newest of %d (LIMIT=… lists more)".formatted(fitting) : "",
                read + unread);
    }
}
