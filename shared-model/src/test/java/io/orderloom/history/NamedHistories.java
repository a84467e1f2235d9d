package io.orderloom.history;

import static io.orderloom.fact.Units.of;
import static io.orderloom.sample.Samples.NOW;
import static io.orderloom.sample.Samples.ORDER;
import static io.orderloom.sample.Samples.edited;
import static io.orderloom.sample.Samples.order;
import static io.orderloom.sample.Samples.paid;
import static io.orderloom.sample.Samples.usd;

import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Disposition;
import io.orderloom.fact.Fact;
import io.orderloom.fact.RefundCause;
import io.orderloom.money.Money;
import io.orderloom.order.Hold;
import io.orderloom.order.PaymentStatus;
import io.orderloom.sample.Samples;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Histories of the sample order (two mugs, one tea) in cases that often go wrong in such systems.
 */
public final class NamedHistories {
    private static final Money TOTAL = usd("38.34").transaction();
    private static final String FIRST = order().sourceRevision();
    private static final String SECOND = edited(1).sourceRevision();

    private NamedHistories() {}

    private static Story story() {
        return new Story(ORDER, NOW);
    }

    private static Story placed() {
        return story().placed(order());
    }

    private static Story posted() {
        return placed().posted(TOTAL, FIRST);
    }

    private static Money money(String amount) {
        return usd(amount).transaction();
    }

    // spotless:off
    /** The histories by name, in the order in which the page shows them. */
    public static Map<String, List<Fact>> all() {
        var all = new LinkedHashMap<String, Story>();
        all.put("partial shipment", posted().shipped("s1", of("1", 1)).invoiced(money("12.15"), money("5.40"), of("1", 1)));
        all.put("split shipment", posted().shipped("s1", of("1", 2)).shipped("s2", of("2", 1)).invoiced(money("24.30"), money("5.40"), of("1", 2)).invoiced(money("8.64"), money("0.00"), of("2", 1)).delivered("s1", of("1", 2)));
        all.put("cancel crossing shipment", posted().cancelled(usd("38.34")).shipped("s1", of("1", 2)).returned("r1", of("1", 2)).refunded("f1", usd("38.34"), RefundCause.CANCELLATION, of("1", 2)));
        all.put("part cancel crossing shipment", posted().linesCancelled(of("1", 2)).shipped("s1", of("1", 1)).shipped("s2", of("2", 1)));
        all.put("return before order", posted().shipped("s1", of("1", 2)).returnRequested("r1", of("1", 1)).returned("r1", of("1", 1)).inspected("r1", Disposition.RESTOCK, of("1", 1)).credited(money("12.15"), of("1", 1)));
        all.put("refund pending then failed", posted().refundRequested("f1", usd("5.00")).refundPending("f1", usd("5.00")).refundFailed("f1", usd("5.00")));
        all.put("refund failed then settled", posted().refundPending("f1", usd("5.00")).refundFailed("f1", usd("5.00")).refunded("f1", usd("5.00"), RefundCause.APPEASEMENT));
        all.put("doubt given up, cancelled, found", placed().givenUpInDoubt().cancelled(usd("38.34")).posted(TOTAL, FIRST).erpCancelled(TOTAL).refunded("f1", usd("38.34"), RefundCause.CANCELLATION));
        all.put("doubt given up, cancelled, nothing there", placed().givenUpInDoubt().cancelled(usd("38.34")).skipped().refunded("f1", usd("38.34"), RefundCause.CANCELLATION));
        all.put("refused, asked again, in doubt, cancelled", placed().refused().givenUpInDoubt().cancelled(usd("38.34")).skipped());
        all.put("edit while in doubt", placed().inDoubt().edited(edited(1)).posted(TOTAL, FIRST).amended(edited(1).declared().total().transaction(), SECOND, 1));
        all.put("two edits, the older last", posted().edited(edited(1)).edited(edited(3)).shipped("s1", of("1", 3)));
        all.put("exchange", posted().shipped("s1", of("1", 2)).returnRequested("r1", of("1", 2)).edited(edited(3)).returned("r1", of("1", 2)).refunded("f1", usd("1.00"), RefundCause.EXCHANGE));
        all.put("substitution dearer", posted().substituted("2", 1, usd("9.99")).shipped("s1", of("2", 1)).invoiced(money("8.64"), money("0.00"), of("2", 1)));
        all.put("substitution cheaper", posted().substituted("2", 1, usd("7.00")).shipped("s1", of("2", 1)).refunded("f1", usd("1.64"), RefundCause.SUBSTITUTION));
        all.put("refund before its capture", story().placed(paid("0.00")).authorized("p1", usd("38.34")).captured("p1", usd("38.34")).refunded("f1", usd("38.34"), Optional.of("p1"), RefundCause.APPEASEMENT, List.of()));
        all.put("two part captures of a cancelled order", story().placed(paid("0.00")).captured("p1", usd("30.00")).captured("p2", usd("8.34")).cancelled(usd("0.00")).skipped());
        all.put("payment expires and is replaced", story().placed(paid("0.00")).authorized("p1", usd("38.34")).expired("p1").paymentFailed("p2").authorized("p3", usd("38.34")).captured("p3", usd("38.34")));
        all.put("held, released, posted", placed().held("h1", Hold.Kind.FRAUD).released("h1").posted(TOTAL, FIRST));
        all.put("refused, then posted", placed().refused().posted(TOTAL, FIRST).caseLinked("case-1").erased());
        all.put("cancelled, and the ERP first refuses", posted().cancelled(usd("38.34")).erpCancelRefused(TOTAL).erpCancelled(TOTAL).refunded("f1", usd("38.34"), RefundCause.CANCELLATION));
        all.put("delivery fails and comes back", posted().shipped("s1", of("1", 2), of("2", 1)).deliveryFailed("s1", of("1", 2), of("2", 1)).returnedToSender("s1", of("1", 2), of("2", 1)));
        all.put("tax adjusted and refunded", posted().taxAdjusted("NY State Tax", usd("-0.40")).refunded("f1", usd("0.40"), RefundCause.TAX).refunded("f2", usd("1.00"), RefundCause.APPEASEMENT));
        all.put("picked up in parts, one unit backordered", posted().allocated(of("1", 1), of("2", 1)).backordered(of("1", 1)).pickedUp(of("1", 1), of("2", 1)).allocated(of("1", 1)).pickedUp(of("1", 1)).invoiced(money("32.94"), money("5.40"), of("1", 2), of("2", 1)));
        all.put("everything at once", posted().authorized("p1", usd("38.34")).edited(edited(3)).held("h1", Hold.Kind.ADDRESS).released("h1").allocated(of("1", 3), of("2", 1)).linesCancelled(of("2", 1)).shipped("s1", of("1", 2)).shipped("s2", of("1", 1)).delivered("s1", of("1", 2)).returned("r1", of("1", 1)).refundPending("f1", usd("12.15")).refunded("f1", usd("12.15"), RefundCause.RETURN, of("1", 1)).erased());
        all.put("payment voided, paid otherwise", story().placed(paid("0.00")).authorized("p1", usd("38.34")).voided("p1").authorized("p2", usd("30.00")).captured("p2", usd("30.00")));
        all.put("nothing to set aside", posted().allocated(of("1", 2)).allocationFailed(of("2", 1)).linesCancelled(of("2", 1)).shipped("s1", of("1", 2)));
        all.put("broken goods come back", posted().shipped("s1", of("1", 2), of("2", 1)).returned("r1", of("1", 2)).inspected("r1", Disposition.QUARANTINE, of("1", 2)).credited(money("24.30"), of("1", 2)).refunded("f1", usd("24.30"), RefundCause.RETURN, of("1", 2)));
        all.put("held, and cancelled before its release", placed().held("h1", Hold.Kind.FRAUD).cancelled(usd("38.34")).skipped().refunded("f1", usd("38.34"), RefundCause.CANCELLATION));
        all.put("paid later, as the channel says", story().placed(paid("0.00")).paymentStated(PaymentStatus.PENDING, usd("0.00")).paymentStated(PaymentStatus.AUTHORIZED, usd("0.00")).paymentStated(PaymentStatus.PAID, usd("38.34")).captured("p1", usd("38.34")));
        all.put("cancelled while its refund is on its way", posted().refundPending("f1", usd("38.34")).cancelled(usd("38.34")).erpCancelled(TOTAL).refunded("f1", usd("38.34"), RefundCause.CANCELLATION));
        all.put("two holds, one released", placed().held("h1", Hold.Kind.FRAUD).held("h2", Hold.Kind.ADDRESS).released("h1"));
        all.put("cancelled before it was placed", story().cancelled(usd("0.00")).placed(paid("0.00")).skipped());
        var facts = new LinkedHashMap<String, List<Fact>>();
        all.forEach((name, told) -> facts.put(name, told.facts()));
        return facts;
    }
    // spotless:on

    public static List<Fact> named(String name) {
        return Optional.ofNullable(all().get(name)).orElseThrow();
    }

    /** The profile under which the histories run. */
    public static PostingProfile profile() {
        return Samples.PROFILE;
    }
}
