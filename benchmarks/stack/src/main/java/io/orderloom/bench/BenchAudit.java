package io.orderloom.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.erp.Document;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares the acknowledged orders with those that the ERP and the subscriber have. A run is valid
 * only if no order is missing, doubled or different, since losing orders makes speed easy.
 *
 * @param acknowledged orders
 * @param lost acknowledged orders that are not in the ERP
 * @param doubled documents beyond the first of an order
 * @param mismatched documents with another total than the shop's
 * @param untold acknowledged orders of which the subscriber did not receive both events, accepted
 *     and posted
 */
record BenchAudit(int acknowledged, int lost, int doubled, int mismatched, int untold) {

    static final BenchAudit NOTHING = new BenchAudit(0, 0, 0, 0, 0);

    /**
     * @param documents of the ERP, which may be of other orders too
     */
    static BenchAudit of(List<Passage> passages, List<Document> documents) {
        var byOrder =
                documents.stream()
                        .collect(Collectors.groupingBy(d -> order(d.order().externalId())));
        var audit = NOTHING;
        for (var passage : passages) {
            var key = EmbeddedStack.DEMO_SHOP + ":" + passage.order().id();
            audit = audit.plus(of(passage, byOrder.getOrDefault(key, List.of())));
        }
        return audit;
    }

    private static BenchAudit of(Passage passage, List<Document> booked) {
        var total = passage.order().totalAmount();
        return new BenchAudit(
                passage.acknowledged() ? 1 : 0,
                passage.acknowledged() && booked.isEmpty() ? 1 : 0,
                Math.max(0, booked.size() - 1),
                (int) booked.stream().filter(d -> d.total().compareTo(total) != 0).count(),
                passage.acknowledged() && !passage.told() ? 1 : 0);
    }

    /**
     * The order's id in an external id: {@code demo-shop:17} in {@code demo-shop:17/sales-order}.
     */
    private static String order(String externalId) {
        var slash = externalId.lastIndexOf('/');
        return slash < 0 ? externalId : externalId.substring(0, slash);
    }

    BenchAudit plus(BenchAudit other) {
        return new BenchAudit(
                acknowledged + other.acknowledged,
                lost + other.lost,
                doubled + other.doubled,
                mismatched + other.mismatched,
                untold + other.untold);
    }

    boolean holds() {
        return acknowledged > 0 && lost == 0 && doubled == 0 && mismatched == 0 && untold == 0;
    }

    @Override
    public String toString() {
        return "acknowledged=%d lost=%d doubled=%d mismatched=%d untold=%d"
                .formatted(acknowledged, lost, doubled, mismatched, untold);
    }
}
