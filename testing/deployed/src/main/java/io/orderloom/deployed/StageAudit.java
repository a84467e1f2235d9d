package io.orderloom.deployed;

import io.orderloom.embedded.demo.SampleOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what the shop was promised with what the ERP and the shop have. Pure.
 *
 * @param missing orders that are not yet as they have to be; those that are missing at the end are
 *     lost
 */
record StageAudit(int orders, List<Long> missing, List<Long> doubled, List<Long> mismatched) {

    /**
     * @param cancelled those of the orders that the shop cancelled after they were booked
     * @param refunds the shop's refunds, by order
     */
    static StageAudit of(
            List<SampleOrder> orders,
            Set<Long> cancelled,
            List<StageErpBooks.Entry> entries,
            Map<Long, List<BigDecimal>> refunds) {
        var missing = new ArrayList<Long>();
        var doubled = new ArrayList<Long>();
        var mismatched = new ArrayList<Long>();
        for (var order : orders) {
            boolean undone = cancelled.contains(order.id());
            var own = entries.stream().filter(entry -> entry.isOf(order.id())).toList();
            var back = new TreeMap<>(refunds).getOrDefault(order.id(), List.of());
            if (own.size() > 1 || back.size() > 1) {
                doubled.add(order.id());
            } else if (own.isEmpty()
                    || (undone && (back.isEmpty() || !own.getFirst().cancelled()))) {
                missing.add(order.id());
            } else if (!right(order, undone, own.getFirst(), back)) {
                mismatched.add(order.id());
            }
        }
        return new StageAudit(orders.size(), missing, doubled, mismatched);
    }

    private static boolean right(
            SampleOrder order, boolean undone, StageErpBooks.Entry entry, List<BigDecimal> back) {
        boolean booked = entry.total().compareTo(order.totalAmount()) == 0;
        return booked
                && (undone
                        ? back.getFirst().compareTo(order.totalAmount()) == 0
                        : back.isEmpty() && !entry.cancelled());
    }

    /** Whether nothing is missing any more. */
    boolean settled() {
        return missing.isEmpty();
    }

    boolean holds() {
        return missing.isEmpty() && doubled.isEmpty() && mismatched.isEmpty();
    }

    @Override
    public String toString() {
        return "orders=%d lost=%d doubled=%d mismatched=%d"
                .formatted(orders, missing.size(), doubled.size(), mismatched.size());
    }
}
