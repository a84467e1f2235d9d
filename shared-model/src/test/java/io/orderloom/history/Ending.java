package io.orderloom.history;

import static java.util.stream.Collectors.joining;

import io.orderloom.core.Due;
import io.orderloom.core.ErpBooks;
import io.orderloom.core.HoldState;
import io.orderloom.core.JurisdictionTax;
import io.orderloom.core.LineQuantities;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.PaymentTree;
import io.orderloom.core.RefundState;
import io.orderloom.core.StatusRules;
import io.orderloom.core.Uncovered;
import io.orderloom.order.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists all that is known of an order at its end, in words for people. */
final class Ending {
    private final List<String> items = new ArrayList<>();

    private Ending() {}

    static String of(Placed order) {
        var ending = new Ending();
        ending.items.add("In the end it is `%s`.".formatted(StatusRules.of(order).summary()));
        ending.items.add(
                "Revision %s holds, of %s; %s can be given back."
                        .formatted(
                                order.head().source(),
                                order.total().transaction(),
                                order.refundable().transaction()));
        order.cancellation()
                .ifPresent(c -> ending.items.add("Cancelled by the %s.".formatted(c.reason())));
        ending.each(order.quantities(), Ending::line);
        ending.each(order.payments(), Ending::payment);
        ending.each(order.refunds(), Ending::refund);
        ending.each(order.taxes(), Ending::tax);
        ending.each(order.holds(), Ending::hold);
        ending.each(order.cases(), "Case %s is linked."::formatted);
        ending.books(order.erp());
        ending.each(Due.of(order), due -> "To do: %s, as %s.".formatted(due.task(), due.cause()));
        ending.each(
                Uncovered.of(order),
                wait -> "Waits: `%s` for %s.".formatted(wait.path(), wait.forWhat()));
        if (order.erased()) {
            ending.items.add("Personal data is erased.");
        }
        return ending.items.stream().map("- "::concat).collect(joining("\n"));
    }

    private <T> void each(List<T> all, Function<T, String> item) {
        all.stream().map(item).forEach(items::add);
    }

    // spotless:off
    private static String line(LineQuantities line) {
        var buckets = Stream.of(
                        bucket("ordered", line.ordered()), bucket("open", line.open()), bucket("allocated", line.allocated()),
                        bucket("backordered", line.backordered()), bucket("shipped", line.shipped()), bucket("cancelled", line.cancelled()),
                        bucket("delivered", line.delivered()), bucket("to return", line.toReturn()), bucket("returned", line.returned()),
                        bucket("invoiced", line.invoiced()), bucket("credited", line.credited()), bucket("refunded", line.refunded()))
                .filter(bucket -> !bucket.endsWith(" 0"))
                .collect(joining(", "));
        return "Line %s: %s.".formatted(line.lineId(), buckets);
    }
    // spotless:on

    private static String bucket(String name, Quantity units) {
        return name + " " + units;
    }

    private static String payment(PaymentTree payment) {
        return "Payment %s: %s authorized, %s captured%s%s%s."
                .formatted(
                        payment.reference(),
                        payment.authorized().transaction(),
                        payment.captured().transaction(),
                        payment.voided() ? ", voided" : "",
                        payment.failed() ? ", failed" : "",
                        payment.expired() ? ", expired" : "");
    }

    private static String refund(RefundState refund) {
        return "Refund %s: `%s`, %s went back%s%s%s."
                .formatted(
                        refund.reference(),
                        refund.stage(),
                        refund.settled().transaction(),
                        refund.payment().map(" of payment "::concat).orElse(""),
                        refund.cause().map(cause -> " for `" + cause + "`").orElse(""),
                        refund.failure()
                                .map(f -> "; refused before: " + f.fault().detail())
                                .orElse(""));
    }

    private static String tax(JurisdictionTax tax) {
        return "%s: %s charged, %s adjusted, %s given back."
                .formatted(
                        tax.jurisdiction(),
                        tax.charged().transaction(),
                        tax.adjusted().transaction(),
                        tax.refunded().transaction());
    }

    private static String hold(HoldState hold) {
        return "Hold %s: %s, %s."
                .formatted(
                        hold.hold(),
                        hold.kind().map(kind -> "`" + kind + "`").orElse("never placed"),
                        hold.active() ? "active" : "released");
    }

    private void books(ErpBooks erp) {
        erp.document()
                .ifPresent(document ->
                        items.add(
                                "The ERP has %s of %s, `%s`, of revision %s."
                                        .formatted(
                                                document.number(),
                                                document.total(),
                                                document.state(),
                                                erp.bookedRevision().orElseThrow())));
        erp.refused()
                .ifPresent(refusal ->
                        items.add("The ERP refused: %s.".formatted(refusal.fault().detail())));
        erp.cancelled()
                .ifPresent(document ->
                        items.add("The ERP cancelled %s.".formatted(document.number())));
        if (!erp.invoiced().isZero() || !erp.credited().isZero()) {
            items.add(
                    "Its books: %s of goods and %s of charges invoiced, %s credited."
                            .formatted(erp.invoiced(), erp.charged(), erp.credited()));
        }
    }
}
