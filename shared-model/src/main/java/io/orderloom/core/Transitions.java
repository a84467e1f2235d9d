package io.orderloom.core;

import static io.orderloom.core.OrderStatus.Fulfilment.ALLOCATED;
import static io.orderloom.core.OrderStatus.Fulfilment.BACKORDERED;
import static io.orderloom.core.OrderStatus.Fulfilment.DELIVERED;
import static io.orderloom.core.OrderStatus.Fulfilment.OPEN;
import static io.orderloom.core.OrderStatus.Fulfilment.PARTIALLY_SHIPPED;
import static io.orderloom.core.OrderStatus.Fulfilment.SHIPPED;

import io.orderloom.core.OrderStatus.Finance;
import io.orderloom.core.OrderStatus.Fulfilment;
import io.orderloom.core.OrderStatus.Intake;
import io.orderloom.core.OrderStatus.Payment;
import io.orderloom.core.OrderStatus.Refund;
import io.orderloom.core.OrderStatus.Returns;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The legal moves of each axis, and nothing else. A fact may skip states: a shipment that is stated
 * before its allocation moves an order from open to shipped. {@code docs/order-states.md} is
 * printed from this table.
 */
public final class Transitions {
    private Transitions() {}

    // spotless:off
    public static Set<Intake> from(Intake state) {
        return switch (state) {
            case EXPECTED           -> Set.of(Intake.ACCEPTED, Intake.HELD, Intake.CANCELLED);
            case ACCEPTED           -> Set.of(Intake.HELD, Intake.CANCELLED);
            case HELD               -> Set.of(Intake.ACCEPTED, Intake.CANCELLED);
            case CANCELLED          -> Set.of();
        };
    }

    public static Set<Payment> from(Payment state) {
        return switch (state) {
            case PENDING            -> Set.of(Payment.AUTHORIZED, Payment.FAILED, Payment.EXPIRED, Payment.VOIDED, Payment.PARTIALLY_PAID, Payment.PAID);
            case AUTHORIZED         -> Set.of(Payment.EXPIRED, Payment.VOIDED, Payment.FAILED, Payment.PARTIALLY_PAID, Payment.PAID);
            case FAILED             -> Set.of(Payment.AUTHORIZED, Payment.EXPIRED, Payment.VOIDED, Payment.PARTIALLY_PAID, Payment.PAID);
            case EXPIRED            -> Set.of(Payment.AUTHORIZED, Payment.VOIDED, Payment.PARTIALLY_PAID, Payment.PAID);
            case VOIDED             -> Set.of(Payment.AUTHORIZED, Payment.PARTIALLY_PAID, Payment.PAID);
            case PARTIALLY_PAID     -> Set.of(Payment.PAID);
            case PAID               -> Set.of(Payment.PARTIALLY_PAID);
        };
    }

    public static Set<Fulfilment> from(Fulfilment state) {
        return switch (state) {
            case NONE               -> Set.of(OPEN, ALLOCATED, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, Fulfilment.CANCELLED);
            case OPEN               -> Set.of(ALLOCATED, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, Fulfilment.CANCELLED, Fulfilment.NONE);
            case ALLOCATED          -> Set.of(OPEN, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, Fulfilment.CANCELLED, Fulfilment.NONE);
            case BACKORDERED        -> Set.of(OPEN, ALLOCATED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED, Fulfilment.CANCELLED, Fulfilment.NONE);
            case PARTIALLY_SHIPPED  -> Set.of(SHIPPED, DELIVERED);
            case SHIPPED            -> Set.of(DELIVERED, PARTIALLY_SHIPPED);
            case DELIVERED          -> Set.of(PARTIALLY_SHIPPED, SHIPPED);
            case CANCELLED          -> Set.of(OPEN, ALLOCATED, BACKORDERED, PARTIALLY_SHIPPED, SHIPPED, DELIVERED);
        };
    }

    public static Set<Finance> from(Finance state) {
        return switch (state) {
            case TO_POST            -> Set.of(Finance.EXEMPT, Finance.IN_DOUBT, Finance.REJECTED, Finance.SKIPPED, Finance.POSTED, Finance.PARTIALLY_INVOICED, Finance.INVOICED, Finance.CANCELLING, Finance.CANCELLED);
            case EXEMPT             -> Set.of();
            case IN_DOUBT           -> Set.of(Finance.SKIPPED, Finance.POSTED, Finance.PARTIALLY_INVOICED, Finance.INVOICED, Finance.CANCELLING, Finance.CANCELLED);
            case REJECTED           -> Set.of(Finance.IN_DOUBT, Finance.SKIPPED, Finance.POSTED, Finance.PARTIALLY_INVOICED, Finance.INVOICED, Finance.CANCELLING, Finance.CANCELLED);
            case SKIPPED            -> Set.of(Finance.POSTED, Finance.CANCELLING, Finance.CANCELLED);
            case POSTED             -> Set.of(Finance.PARTIALLY_INVOICED, Finance.INVOICED, Finance.CANCELLING, Finance.CANCELLED);
            case PARTIALLY_INVOICED -> Set.of(Finance.INVOICED, Finance.CANCELLED);
            case INVOICED           -> Set.of(Finance.PARTIALLY_INVOICED, Finance.CANCELLED);
            case CANCELLING         -> Set.of(Finance.CANCELLED, Finance.POSTED, Finance.PARTIALLY_INVOICED, Finance.INVOICED);
            case CANCELLED          -> Set.of();
        };
    }

    public static Set<Returns> from(Returns state) {
        return switch (state) {
            case NONE               -> Set.of(Returns.REQUESTED, Returns.PARTIALLY_RETURNED, Returns.RETURNED);
            case REQUESTED          -> Set.of(Returns.PARTIALLY_RETURNED, Returns.RETURNED, Returns.NONE);
            case PARTIALLY_RETURNED -> Set.of(Returns.RETURNED);
            case RETURNED           -> Set.of(Returns.PARTIALLY_RETURNED);
        };
    }

    public static Set<Refund> from(Refund state) {
        return switch (state) {
            case NONE               -> Set.of(Refund.REQUESTED, Refund.PENDING, Refund.FAILED, Refund.PARTIALLY_REFUNDED, Refund.REFUNDED);
            case REQUESTED          -> Set.of(Refund.PENDING, Refund.FAILED, Refund.PARTIALLY_REFUNDED, Refund.REFUNDED, Refund.NONE);
            case PENDING            -> Set.of(Refund.FAILED, Refund.PARTIALLY_REFUNDED, Refund.REFUNDED);
            case FAILED             -> Set.of(Refund.REQUESTED, Refund.PENDING, Refund.PARTIALLY_REFUNDED, Refund.REFUNDED);
            case PARTIALLY_REFUNDED -> Set.of(Refund.REFUNDED);
            case REFUNDED           -> Set.of(Refund.PARTIALLY_REFUNDED);
        };
    }
    // spotless:on

    /** The moves between two statuses that are not legal. Each axis is checked by itself. */
    public static List<String> illegal(OrderStatus from, OrderStatus to) {
        return Stream.of(
                        odd("intake", from.intake(), to.intake(), from(from.intake())),
                        odd("payment", from.payment(), to.payment(), from(from.payment())),
                        odd(
                                "fulfilment",
                                from.fulfilment(),
                                to.fulfilment(),
                                from(from.fulfilment())),
                        odd("finance", from.finance(), to.finance(), from(from.finance())),
                        odd("returns", from.returns(), to.returns(), from(from.returns())),
                        odd("refund", from.refund(), to.refund(), from(from.refund())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <S> Optional<String> odd(String axis, S from, S to, Set<S> moves) {
        return from.equals(to) || moves.contains(to)
                ? Optional.empty()
                : Optional.of("%s: %s → %s".formatted(axis, from, to));
    }
}
