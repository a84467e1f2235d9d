package io.orderloom.embedded.bench;

import io.orderloom.embedded.EmbeddedStack;
import io.orderloom.embedded.erp.Document;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was acknowledged beside what the ERP and the subscriber have. Only where nothing is missing,
 * doubled or different does a run count: speed is easy for whoever may lose orders.
 *
 * @param acknowledged orders
 * @param lost acknowledged, and not in the ERP
 * @param doubled documents too many
 * @param mismatched documents of another total than the shop's
 * @param untold acknowledged, and the subscriber was not told that it was accepted and posted
 */
record Audit(int acknowledged, int lost, int doubled, int mismatched, int untold) {

    static final Audit NOTHING = new Audit(0, 0, 0, 0, 0);

    /**
     * @param documents of the ERP, also such of other orders
     */
    static Audit of(List<Passage> passages, List<Document> documents) {
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

    private static Audit of(Passage passage, List<Document> booked) {
        var total = passage.order().totalAmount();
        return new Audit(
                passage.acknowledged() ? 1 : 0,
                passage.acknowledged() && booked.isEmpty() ? 1 : 0,
                Math.max(0, booked.size() - 1),
                (int) booked.stream().filter(d -> d.total().compareTo(total) != 0).count(),
                passage.acknowledged() && !passage.told() ? 1 : 0);
    }

    /** {@code demo-shop:17/sales-order} is of {@code demo-shop:17}. */
    private static String order(String externalId) {
        var slash = externalId.lastIndexOf('/');
        return slash < 0 ? externalId : externalId.substring(0, slash);
    }

    Audit plus(Audit other) {
        return new Audit(
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
