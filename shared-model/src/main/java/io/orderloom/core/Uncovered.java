package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.fact.ProcessFact;
import io.orderloom.money.Amount;
import io.orderloom.order.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds units and money that facts have stated but that nothing covers yet. A fact that is still on
 * its way may cover them, so they open no exception by themselves. Only what waits too long does.
 */
public final class Uncovered {

    /**
     * @param path the name of what waits, for example {@code lines[2].shipped}
     * @param forWhat the fact that would cover it
     * @param money the amount that is not covered, where it is money
     * @param usual whether it may wait for days without any trouble
     */
    public record Wait(String path, String forWhat, Optional<Amount> money, boolean usual) {
        public Wait(String path, String forWhat, Optional<Amount> money) {
            this(path, forWhat, money, false);
        }

        static Wait usual(String path, String forWhat) {
            return new Wait(path, forWhat, Optional.empty(), true);
        }
    }

    private Uncovered() {}

    public static List<Wait> of(OrderState order) {
        return switch (order) {
            case Awaited expected ->
                    expected.waiting().stream()
                            // An erasure lacks nothing: it holds for whatever comes, if anything
                            // does.
                            .filter(fact -> !(fact instanceof ProcessFact.Erased))
                            .map(fact ->
                                    new Wait(
                                            fact.provenance().key().toString(),
                                            "the order itself",
                                            Optional.empty()))
                            .toList();
            case Placed placed -> of(placed);
        };
    }

    /**
     * The waits that a person has to look at if they last. A hold waits for somebody who decides,
     * and many ERPs invoice goods days before they leave.
     */
    public static List<Wait> troubling(OrderState order) {
        return of(order).stream().filter(wait -> !wait.usual()).toList();
    }

    private static List<Wait> of(Placed order) {
        var waits = new ArrayList<Wait>();
        boolean whole = order.cancellation().isPresent();
        order.lines().forEach(line -> units(line, whole, waits));
        money(order, waits);
        order.holds().stream()
                .filter(HoldState::active)
                .forEach(hold ->
                        waits.add(Wait.usual("holds[%s]".formatted(hold.hold()), "its release")));
        if (PaymentGate.holds(order)) {
            waits.add(Wait.usual("payment", "the buyer's money or an authorization of it"));
        }
        return List.copyOf(waits);
    }

    // spotless:off
    private static void units(LineState line, boolean whole, List<Wait> waits) {
        var is = Derivation.STANDARD.quantities(line, whole);
        var gone = is.shipped().plus(is.cancelled());
        var back = line.count(UnitCount.RETURNED).plus(line.count(UnitCount.RETURNED_TO_SENDER));
        over(line, "shipped",   line.count(UnitCount.SHIPPED),          is.ordered(), "an edit that orders them", waits);
        over(line, "cancelled", line.count(UnitCount.CANCEL_REQUESTED), is.ordered(), "an edit that orders them", waits);
        over(line, "delivered", line.count(UnitCount.DELIVERED),        is.shipped(), "their shipment", waits);
        over(line, "returned",  back,                               is.shipped(), "their shipment", waits);
        ahead(line, "invoiced", line.count(UnitCount.INVOICED),         is.shipped(), "their shipment", waits);
        over(line, "credited",  line.count(UnitCount.CREDITED),         gone,         "their shipment or cancellation", waits);
        over(line, "refunded",  line.count(UnitCount.REFUNDED),         gone,         "their shipment or cancellation", waits);
    }
    // spotless:on

    private static void over(
            LineState line,
            String what,
            Quantity stated,
            Quantity covered,
            String by,
            List<Wait> waits) {
        excess(line, what, stated.less(covered), by, false, waits);
    }

    /** Like {@link #over}, for units of which facts usually come ahead of those that cover them. */
    private static void ahead(
            LineState line,
            String what,
            Quantity stated,
            Quantity covered,
            String by,
            List<Wait> waits) {
        excess(line, what, stated.less(covered), by, true, waits);
    }

    private static void excess(
            LineState line,
            String what,
            Quantity excess,
            String by,
            boolean usual,
            List<Wait> waits) {
        if (!excess.isZero()) {
            waits.add(
                    new Wait(
                            "lines[%s].%s".formatted(line.lineId(), what),
                            "%s of them: %s".formatted(excess, by),
                            Optional.empty(),
                            usual));
        }
    }

    private static void money(Placed order, List<Wait> waits) {
        var settled = order.refundSums().settled(order.placed().zero());
        owed("refunds", "its capture", settled, Derivation.STANDARD.refunded(order), waits);
        for (var tax : order.taxes()) {
            owed(
                    "taxes[%s].refunded".formatted(tax.jurisdiction()),
                    "its charge",
                    tax.refunded(),
                    Derivation.STANDARD.taxRefunded(tax),
                    waits);
        }
        var balance = InvoiceBalance.of(order);
        if (balance.settled() && !balance.difference().isZero()) {
            waits.add(
                    new Wait(
                            "erp.invoices",
                            "an invoice or a credit note that explains the difference",
                            Optional.of(Amount.same(balance.difference()))));
        }
    }

    private static void owed(
            String path, String by, Amount stated, Amount covered, List<Wait> waits) {
        var open = stated.minus(stated.min(covered));
        if (!open.isZero()) {
            waits.add(new Wait(path, by, Optional.of(open)));
        }
    }
}
