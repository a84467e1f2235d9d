package io.orderloom.history;

import static io.orderloom.sample.Samples.NOW;

import io.orderloom.core.PostingProfile;
import io.orderloom.core.PostingProfile.TestOrders;
import io.orderloom.fact.Disposition;
import io.orderloom.fact.RefundCause;
import io.orderloom.fact.Units;
import io.orderloom.history.Baskets.Basket;
import io.orderloom.history.History.Truth;
import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.Hold;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.Quantity;
import io.orderloom.price.Proration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** One shop, one warehouse, one gateway and one ERP, which state the facts of one random order. */
public final class World {
    public static final PostingProfile PROFILE =
            new PostingProfile(Ledger.SETTLEMENT, TestOrders.NOT_BOOKED);
    private static final OrderId ID = new OrderId("soak", "1");

    private final SplittableRandom random;
    private final Baskets baskets;
    private final Worths worths;
    private final Story story = new Story(ID, NOW);
    private final Map<String, Truth> truth = new HashMap<>();
    private final Map<String, Quantity> invoiced = new HashMap<>();
    private final Map<String, Quantity> credited = new HashMap<>();
    private Basket basket;
    private Order order;
    private Amount captured;
    private Amount refunded;
    private boolean grown;
    private boolean charged;
    private int amendments;
    private int refunds;

    /** The worth of units of a line, as the ERP computes it. */
    public interface Worths {
        Amount next(Amount whole, Quantity before, Quantity units, Quantity ordered);
    }

    private World(long seed, Baskets baskets, Worths worths) {
        random = new SplittableRandom(seed);
        this.baskets = baskets;
        this.worths = worths;
        basket = baskets.draw(random, ID);
        order = baskets.order(basket, 1);
        captured = order.captured();
        refunded = captured.zero();
    }

    public static History history(long seed) {
        return history(seed, new Baskets(), Proration::next);
    }

    public static History history(long seed, Baskets baskets, Worths worths) {
        var world = new World(seed, baskets, worths);
        world.live();
        return new History(seed, world.story.facts(), world.truth, world.refunded, world.grown);
    }

    private boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }

    private void live() {
        story.placed(order);
        pay();
        if (oneIn(8)) {
            story.held("h1", Hold.Kind.FRAUD).released("h1");
        }
        if (oneIn(10)) {
            edit(2);
        }
        if (oneIn(25)) {
            cancelUnasked();
            return;
        }
        post();
        if (oneIn(10)) {
            edit(3);
            amend();
        }
        if (oneIn(15)) {
            cancelPosted();
            return;
        }
        if (oneIn(8)) {
            cancelPart();
        }
        ship();
        afterwards();
    }

    private void pay() {
        var total = order.declared().total();
        if (basket.paid()) {
            return;
        }
        if (oneIn(12)) {
            story.authorized("p0", total);
            story.expired("p0");
        }
        if (oneIn(20)) {
            story.paymentFailed("p0");
        }
        var giftCard =
                oneIn(6) ? Proration.upTo(total, Quantity.of(1), Quantity.of(3)) : total.zero();
        if (giftCard.transaction().isPositive() && giftCard.settlement().isPositive()) {
            story.captured("gift-card", giftCard);
            captured = captured.plus(giftCard);
        }
        var rest = total.minus(captured);
        story.authorized("p1", rest).captured("p1", rest);
        captured = total;
    }

    /** Changes the quantity of one line, before anything was shipped. */
    private void edit(int revision) {
        var goods = Baskets.goods(basket);
        if (goods.isEmpty()) {
            return;
        }
        int line = goods.get(random.nextInt(goods.size()));
        var quantity = Quantity.of(random.nextInt(1, 7));
        grown |= quantity.compareTo(basket.items().get(line).quantity()) > 0;
        basket = basket.with(line, quantity);
        order = baskets.order(basket, revision);
        captured = captured.max(order.captured());
        story.edited(order);
        amendments++;
    }

    private void post() {
        if (basket.test()) {
            return;
        }
        if (oneIn(12)) {
            story.refused();
        }
        if (oneIn(15)) {
            story.inDoubt();
        }
        story.posted(booked(), order.sourceRevision());
    }

    private void amend() {
        if (!basket.test() && amendments > 0) {
            story.amended(booked(), order.sourceRevision(), amendments);
        }
    }

    private Money booked() {
        return order.declared().total().in(PROFILE.ledger());
    }

    private void cancelUnasked() {
        story.cancelled(captured);
        if (!basket.test()) {
            story.skipped();
        }
        cancelledAll();
        refund(left(), RefundCause.CANCELLATION);
    }

    private void cancelPosted() {
        story.cancelled(captured);
        if (!basket.test()) {
            if (oneIn(4)) {
                story.erpCancelRefused(booked());
            }
            story.erpCancelled(booked());
        }
        cancelledAll();
        refund(left(), RefundCause.CANCELLATION);
    }

    private void cancelledAll() {
        for (var line : order.lines()) {
            truth.put(line.lineId(), Truth.NONE.cancel(line.quantity()));
        }
    }

    private Truth truth(String line) {
        return truth.getOrDefault(line, Truth.NONE);
    }

    private Quantity open(Line line) {
        var is = truth(line.lineId());
        return line.quantity().minus(is.shipped()).minus(is.cancelled());
    }

    private List<Line> goods() {
        return Baskets.goods(basket).stream().map(i -> order.lines().get(i)).toList();
    }

    private Quantity some(Quantity most) {
        return most.compareTo(Quantity.of(1)) <= 0
                ? most
                : Quantity.of(random.nextLong(1, most.value().longValue() + 1));
    }

    private void cancelPart() {
        var goods = goods();
        if (goods.isEmpty()) {
            return;
        }
        var line = goods.get(random.nextInt(goods.size()));
        var units = some(open(line));
        if (units.isZero()) {
            return;
        }
        truth.put(line.lineId(), truth(line.lineId()).cancel(units));
        story.linesCancelled(new Units(line.lineId(), units));
        if (oneIn(2)) {
            refund(
                    worth(line, Quantity.ZERO, units).min(left()),
                    RefundCause.CANCELLATION,
                    new Units(line.lineId(), units));
        }
    }

    private void ship() {
        int shipments = random.nextInt(1, 4);
        boolean invoicing = !basket.test() && !oneIn(5);
        for (int i = 1; i <= shipments; i++) {
            boolean last = i == shipments && !oneIn(6);
            var units = new ArrayList<Units>();
            for (var line : goods()) {
                var open = open(line);
                var part = last ? open : oneIn(2) ? Quantity.ZERO : some(open);
                if (!part.isZero()) {
                    units.add(new Units(line.lineId(), part));
                }
            }
            if (!units.isEmpty()) {
                ship("s" + i, units.toArray(Units[]::new), invoicing);
            }
        }
    }

    private void ship(String shipment, Units[] units, boolean invoicing) {
        if (oneIn(3)) {
            if (oneIn(4)) {
                story.backordered(units);
            }
            story.allocated(units);
        }
        if (oneIn(15)) {
            story.pickedUp(units);
        } else {
            story.shipped(shipment, units);
            if (oneIn(2)) {
                story.delivered(shipment, units);
            } else if (oneIn(10)) {
                story.deliveryFailed(shipment, units);
            }
        }
        for (var u : units) {
            truth.put(u.lineId(), truth(u.lineId()).ship(u.quantity()));
        }
        if (invoicing) {
            invoice(units);
        }
    }

    private void invoice(Units[] units) {
        var sum = captured.zero();
        for (var u : units) {
            var before = invoiced.getOrDefault(u.lineId(), Quantity.ZERO);
            sum = sum.plus(worth(line(u.lineId()), before, u.quantity()));
            invoiced.put(u.lineId(), before.plus(u.quantity()));
        }
        var charges = charged ? captured.zero() : order.shippingCharges().getFirst().total();
        charged = true;
        story.invoiced(sum.in(PROFILE.ledger()), charges.in(PROFILE.ledger()), units);
    }

    private Line line(String id) {
        return order.lines().get(Integer.parseInt(id.substring(1)) - 1000);
    }

    private Amount worth(Line line, Quantity before, Quantity units) {
        return worths.next(whole(line), before, units, line.quantity());
    }

    private static Amount whole(Line line) {
        var whole = line.total();
        for (var tax : line.taxLines()) {
            whole = tax.included() ? whole : whole.plus(tax.amount());
        }
        for (var duty : line.duties()) {
            whole = whole.plus(duty.amount());
        }
        return whole;
    }

    private void afterwards() {
        if (oneIn(6)) {
            comeBack();
        }
        if (oneIn(20)) {
            refund(some(left()), RefundCause.APPEASEMENT);
        }
        if (oneIn(30)) {
            story.taxAdjusted("state", order.lines().getFirst().total().zero());
        }
        if (oneIn(30)) {
            cancelTooLate();
        }
        if (oneIn(25)) {
            story.caseLinked("case-1").erased();
        }
        if (oneIn(25) && !goods().isEmpty()) {
            story.substituted(goods().getFirst().lineId(), 1, order.declared().total());
        }
    }

    /** Cancels the whole order, of which a part may have left by now. */
    private void cancelTooLate() {
        story.cancelled(captured);
        for (var line : order.lines()) {
            truth.put(line.lineId(), truth(line.lineId()).cancel(open(line)));
        }
    }

    private void comeBack() {
        var units = new ArrayList<Units>();
        for (var line : goods()) {
            var shipped = truth(line.lineId()).shipped();
            if (!shipped.isZero() && oneIn(2)) {
                units.add(new Units(line.lineId(), some(shipped)));
            }
        }
        if (units.isEmpty()) {
            return;
        }
        var back = units.toArray(Units[]::new);
        story.returnRequested("r1", back).returned("r1", back);
        if (oneIn(2)) {
            story.inspected("r1", oneIn(3) ? Disposition.QUARANTINE : Disposition.RESTOCK, back);
        }
        var sum = captured.zero();
        for (var u : back) {
            truth.put(u.lineId(), truth(u.lineId()).comeBack(u.quantity()));
            var before = credited.getOrDefault(u.lineId(), Quantity.ZERO);
            sum = sum.plus(worth(line(u.lineId()), before, u.quantity()));
            credited.put(u.lineId(), before.plus(u.quantity()));
        }
        if (!invoiced.isEmpty()) {
            story.credited(sum.in(PROFILE.ledger()), back);
        }
        refund(sum.min(left()), RefundCause.RETURN, back);
    }

    private Amount left() {
        return captured.minus(refunded);
    }

    private Amount some(Amount most) {
        return Proration.upTo(most, Quantity.of(random.nextInt(1, 10)), Quantity.of(10));
    }

    private void refund(Amount amount, RefundCause cause, Units... units) {
        if (!amount.transaction().isPositive()) {
            return;
        }
        var name = "f" + ++refunds;
        if (oneIn(4)) {
            story.refundRequested(name, amount);
        }
        if (oneIn(3)) {
            story.refundPending(name, amount);
        }
        if (oneIn(10)) {
            story.refundFailed(name, amount);
        }
        story.refunded(name, amount, Optional.empty(), cause, List.of(), units);
        refunded = refunded.plus(amount);
    }
}
