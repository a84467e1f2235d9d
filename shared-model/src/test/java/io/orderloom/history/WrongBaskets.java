package io.orderloom.history;

import io.orderloom.money.Amount;
import io.orderloom.money.Ledger;
import io.orderloom.money.Money;
import io.orderloom.order.DiscountAllocation;
import io.orderloom.order.Line;
import io.orderloom.order.ShippingCharge;
import java.util.List;

/** Shops that calculate wrongly, each in its own way. */
public final class WrongBaskets {
    private WrongBaskets() {}

    /** Rounds every part of a discount down. */
    public static final class LosingOddCents extends Baskets {
        @Override
        List<Money> split(Amount whole, List<Amount> by, Ledger ledger) {
            long sum = by.stream().mapToLong(a -> a.in(ledger).minorUnits()).sum();
            var all = whole.in(ledger);
            return by.stream()
                    .map(a ->
                            new Money(
                                    sum == 0
                                            ? 0
                                            : all.minorUnits() * a.in(ledger).minorUnits() / sum,
                                    all.currency()))
                    .toList();
        }
    }

    /** Leaves tips out of the total. */
    public static final class ForgettingTips extends Baskets {
        @Override
        Amount total(Pricing pricing, List<Line> lines, ShippingCharge charge) {
            return super.total(
                    pricing,
                    lines.stream().filter(line -> line.type() != Line.Type.TIP).toList(),
                    charge);
        }
    }

    /** Prices a line in the currency of the books instead of the buyer's. */
    public static final class MixingLedgers extends Baskets {
        @Override
        Line line(
                Pricing pricing,
                Item item,
                int index,
                List<DiscountAllocation> allocations,
                Amount net) {
            var mixed =
                    new Item(
                            item.type(),
                            item.quantity(),
                            Amount.same(item.unitPrice().settlement()),
                            item.parent());
            return super.line(pricing, mixed, index, allocations, net);
        }
    }
}
