package io.orderloom.core;

import io.orderloom.core.OrderState.Expected;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.RefundState.Stage;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.function.Function;

/** Finds where an order stands. Pure. */
public final class Standing {
    private Standing() {}

    public static Axes of(OrderState order) {
        return switch (order) {
            case Expected _ ->
                    new Axes(
                            Axes.Intake.EXPECTED,
                            Axes.Payment.PENDING,
                            Axes.Fulfilment.OPEN,
                            Axes.Finance.TO_POST,
                            Axes.Returns.NONE,
                            Axes.Refund.NONE);
            case Placed placed -> {
                var units = Units.of(placed);
                yield new Axes(
                        intake(placed),
                        payment(placed),
                        fulfilment(units),
                        finance(placed, units),
                        returns(units),
                        refund(placed));
            }
        };
    }

    /** The units of all goods together. */
    private record Units(
            Quantity ordered,
            Quantity open,
            Quantity backordered,
            Quantity toShip,
            Quantity shipped,
            Quantity delivered,
            Quantity toReturn,
            Quantity returned,
            Quantity invoiced) {

        static Units of(Placed order) {
            boolean whole = order.cancellation().isPresent();
            var goods =
                    order.lines().stream()
                            .filter(LineState::goods)
                            .map(line -> Derivation.STANDARD.quantities(line, whole))
                            .toList();
            return new Units(
                    sum(goods, LineQuantities::ordered),
                    sum(goods, LineQuantities::open),
                    sum(goods, LineQuantities::backordered),
                    sum(goods, LineQuantities::toShip),
                    sum(goods, LineQuantities::shipped),
                    sum(goods, LineQuantities::delivered),
                    sum(goods, LineQuantities::toReturn),
                    sum(goods, LineQuantities::returned),
                    sum(goods, LineQuantities::invoiced));
        }

        private static Quantity sum(
                List<LineQuantities> lines, Function<LineQuantities, Quantity> bucket) {
            return lines.stream().map(bucket).reduce(Quantity.ZERO, Quantity::plus);
        }
    }

    private static Axes.Intake intake(Placed order) {
        if (order.cancellation().isPresent()) {
            return Axes.Intake.CANCELLED;
        }
        return order.held() ? Axes.Intake.HELD : Axes.Intake.ACCEPTED;
    }

    private static Axes.Payment payment(Placed order) {
        var captured = Derivation.STANDARD.captured(order).transaction();
        if (captured.compareTo(order.total().transaction()) >= 0) {
            return Axes.Payment.PAID;
        }
        if (captured.isPositive()) {
            return Axes.Payment.PARTIALLY_PAID;
        }
        if (order.payments().stream().anyMatch(Standing::heldReady)) {
            return Axes.Payment.AUTHORIZED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::voided)) {
            return Axes.Payment.VOIDED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::expired)) {
            return Axes.Payment.EXPIRED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::failed)) {
            return Axes.Payment.FAILED;
        }
        return switch (order.payment()) {
            case AUTHORIZED -> Axes.Payment.AUTHORIZED;
            case VOIDED -> Axes.Payment.VOIDED;
            case EXPIRED -> Axes.Payment.EXPIRED;
            // What was taken is known by amounts alone.
            case PENDING, PARTIALLY_PAID, PAID, PARTIALLY_REFUNDED, REFUNDED ->
                    Axes.Payment.PENDING;
        };
    }

    private static boolean heldReady(PaymentTree payment) {
        return payment.authorized().transaction().isPositive()
                && !payment.voided()
                && !payment.expired()
                && !payment.failed();
    }

    private static Axes.Fulfilment fulfilment(Units units) {
        if (units.ordered().isZero()) {
            return Axes.Fulfilment.NONE;
        }
        if (units.shipped().isZero()) {
            if (units.toShip().isZero()) {
                return Axes.Fulfilment.CANCELLED;
            }
            if (!units.backordered().isZero()) {
                return Axes.Fulfilment.BACKORDERED;
            }
            return units.open().isZero() ? Axes.Fulfilment.ALLOCATED : Axes.Fulfilment.OPEN;
        }
        if (!units.toShip().isZero()) {
            return Axes.Fulfilment.PARTIALLY_SHIPPED;
        }
        return units.delivered().equals(units.shipped())
                ? Axes.Fulfilment.DELIVERED
                : Axes.Fulfilment.SHIPPED;
    }

    private static Axes.Finance finance(Placed order, Units units) {
        return switch (order.posting()) {
            case Posting.Requested() -> Axes.Finance.TO_POST;
            case Posting.NotNeeded() -> Axes.Finance.EXEMPT;
            case Posting.Skipped() -> Axes.Finance.SKIPPED;
            case Posting.InDoubt() -> Axes.Finance.IN_DOUBT;
            case Posting.Refused _ -> Axes.Finance.REJECTED;
            case Posting.Posted _ when units.invoiced().isZero() -> Axes.Finance.POSTED;
            case Posting.Posted _
                    when units.toShip().isZero() && units.invoiced().equals(units.shipped()) ->
                    Axes.Finance.INVOICED;
            case Posting.Posted _ -> Axes.Finance.PARTIALLY_INVOICED;
            case Posting.Cancelling _, Posting.CancelRefused _ -> Axes.Finance.CANCELLING;
            case Posting.Cancelled _ -> Axes.Finance.CANCELLED;
        };
    }

    private static Axes.Returns returns(Units units) {
        var toReturn = units.toReturn().max(units.returned());
        if (toReturn.isZero()) {
            return Axes.Returns.NONE;
        }
        if (units.returned().isZero()) {
            return Axes.Returns.REQUESTED;
        }
        return units.returned().equals(toReturn.max(units.shipped()))
                ? Axes.Returns.RETURNED
                : Axes.Returns.PARTIALLY_RETURNED;
    }

    private static Axes.Refund refund(Placed order) {
        var refunded = Derivation.STANDARD.refunded(order).transaction();
        var captured = Derivation.STANDARD.captured(order).transaction();
        if (refunded.isPositive()) {
            return refunded.equals(captured)
                    ? Axes.Refund.REFUNDED
                    : Axes.Refund.PARTIALLY_REFUNDED;
        }
        // Settled, but not covered by a capture yet.
        if (any(order, Stage.PENDING) || any(order, Stage.SETTLED)) {
            return Axes.Refund.PENDING;
        }
        if (any(order, Stage.FAILED)) {
            return Axes.Refund.FAILED;
        }
        return any(order, Stage.REQUESTED) || order.refundDue() == RefundDue.REQUESTED
                ? Axes.Refund.REQUESTED
                : Axes.Refund.NONE;
    }

    private static boolean any(Placed order, Stage stage) {
        return order.refundSums().stages().contains(stage);
    }
}
