package io.orderloom.core;

import io.orderloom.core.OrderState.Awaited;
import io.orderloom.core.OrderState.Placed;
import io.orderloom.core.RefundState.Stage;
import io.orderloom.order.Quantity;
import java.util.List;
import java.util.function.Function;

/** Computes an order's status from its state. Pure. */
public final class StatusRules {
    private StatusRules() {}

    public static OrderStatus of(OrderState order) {
        return switch (order) {
            case Awaited _ ->
                    new OrderStatus(
                            OrderStatus.Intake.EXPECTED,
                            OrderStatus.Payment.PENDING,
                            OrderStatus.Fulfilment.OPEN,
                            OrderStatus.Finance.TO_POST,
                            OrderStatus.Returns.NONE,
                            OrderStatus.Refund.NONE);
            case Placed placed -> {
                var units = Units.of(placed);
                yield new OrderStatus(
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

    private static OrderStatus.Intake intake(Placed order) {
        if (order.cancellation().isPresent()) {
            return OrderStatus.Intake.CANCELLED;
        }
        return order.held() ? OrderStatus.Intake.HELD : OrderStatus.Intake.ACCEPTED;
    }

    static OrderStatus.Payment payment(Placed order) {
        var captured = Derivation.STANDARD.captured(order).transaction();
        if (captured.compareTo(order.total().transaction()) >= 0) {
            return OrderStatus.Payment.PAID;
        }
        if (captured.isPositive()) {
            return OrderStatus.Payment.PARTIALLY_PAID;
        }
        if (order.payments().stream().anyMatch(StatusRules::heldReady)) {
            return OrderStatus.Payment.AUTHORIZED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::voided)) {
            return OrderStatus.Payment.VOIDED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::expired)) {
            return OrderStatus.Payment.EXPIRED;
        }
        if (order.payments().stream().anyMatch(PaymentTree::failed)) {
            return OrderStatus.Payment.FAILED;
        }
        return switch (order.payment()) {
            case AUTHORIZED -> OrderStatus.Payment.AUTHORIZED;
            case VOIDED -> OrderStatus.Payment.VOIDED;
            case EXPIRED -> OrderStatus.Payment.EXPIRED;
            // Captured and refunded money is read from amounts alone.
            case PENDING, PARTIALLY_PAID, PAID, PARTIALLY_REFUNDED, REFUNDED ->
                    OrderStatus.Payment.PENDING;
        };
    }

    private static boolean heldReady(PaymentTree payment) {
        return payment.authorized().transaction().isPositive()
                && !payment.voided()
                && !payment.expired()
                && !payment.failed();
    }

    private static OrderStatus.Fulfilment fulfilment(Units units) {
        if (units.ordered().isZero()) {
            return OrderStatus.Fulfilment.NONE;
        }
        if (units.shipped().isZero()) {
            if (units.toShip().isZero()) {
                return OrderStatus.Fulfilment.CANCELLED;
            }
            if (!units.backordered().isZero()) {
                return OrderStatus.Fulfilment.BACKORDERED;
            }
            return units.open().isZero()
                    ? OrderStatus.Fulfilment.ALLOCATED
                    : OrderStatus.Fulfilment.OPEN;
        }
        if (!units.toShip().isZero()) {
            return OrderStatus.Fulfilment.PARTIALLY_SHIPPED;
        }
        return units.delivered().equals(units.shipped())
                ? OrderStatus.Fulfilment.DELIVERED
                : OrderStatus.Fulfilment.SHIPPED;
    }

    private static OrderStatus.Finance finance(Placed order, Units units) {
        return switch (order.posting()) {
            case Posting.Requested() -> OrderStatus.Finance.TO_POST;
            case Posting.NotNeeded() -> OrderStatus.Finance.EXEMPT;
            case Posting.Skipped() -> OrderStatus.Finance.SKIPPED;
            case Posting.InDoubt() -> OrderStatus.Finance.IN_DOUBT;
            case Posting.Refused _ -> OrderStatus.Finance.REJECTED;
            case Posting.Posted _ when units.invoiced().isZero() -> OrderStatus.Finance.POSTED;
            case Posting.Posted _
                    when units.toShip().isZero() && units.invoiced().equals(units.shipped()) ->
                    OrderStatus.Finance.INVOICED;
            case Posting.Posted _ -> OrderStatus.Finance.PARTIALLY_INVOICED;
            case Posting.Cancelling _, Posting.CancelRefused _ -> OrderStatus.Finance.CANCELLING;
            case Posting.Cancelled _ -> OrderStatus.Finance.CANCELLED;
        };
    }

    private static OrderStatus.Returns returns(Units units) {
        var toReturn = units.toReturn().max(units.returned());
        if (toReturn.isZero()) {
            return OrderStatus.Returns.NONE;
        }
        if (units.returned().isZero()) {
            return OrderStatus.Returns.REQUESTED;
        }
        return units.returned().equals(toReturn.max(units.shipped()))
                ? OrderStatus.Returns.RETURNED
                : OrderStatus.Returns.PARTIALLY_RETURNED;
    }

    private static OrderStatus.Refund refund(Placed order) {
        var refunded = Derivation.STANDARD.refunded(order).transaction();
        var captured = Derivation.STANDARD.captured(order).transaction();
        if (refunded.isPositive()) {
            return refunded.equals(captured)
                    ? OrderStatus.Refund.REFUNDED
                    : OrderStatus.Refund.PARTIALLY_REFUNDED;
        }
        // A settled refund that no capture covers yet counts as pending.
        if (any(order, Stage.PENDING) || any(order, Stage.SETTLED)) {
            return OrderStatus.Refund.PENDING;
        }
        if (any(order, Stage.FAILED)) {
            return OrderStatus.Refund.FAILED;
        }
        return any(order, Stage.REQUESTED) || order.refundDue() == RefundDue.REQUESTED
                ? OrderStatus.Refund.REQUESTED
                : OrderStatus.Refund.NONE;
    }

    private static boolean any(Placed order, Stage stage) {
        return order.refundSums().stages().contains(stage);
    }
}
