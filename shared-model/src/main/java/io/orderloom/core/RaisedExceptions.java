package io.orderloom.core;

import io.orderloom.core.OrderState.Placed;
import io.orderloom.erp.ErpDocument;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.OrderException;
import io.orderloom.exception.OrderException.Owner;
import io.orderloom.exception.OrderException.Type;
import io.orderloom.fact.Fact;
import io.orderloom.fact.FulfilmentFact;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.task.FaultPolicy;
import java.util.Optional;

/**
 * The exceptions that a fact opens by itself, whatever else is known. Pure.
 *
 * <p>A fact that only does not fit <em>yet</em> opens none: it waits, see {@link Uncovered}.
 */
final class RaisedExceptions {
    private RaisedExceptions() {}

    /**
     * @param order only its fields that never change are read, so that the order of facts does not
     *     matter
     */
    static Optional<OrderException> of(Fact fact, Placed order) {
        return switch (fact) {
            case Fact.ErpPosted f -> total(f, f.document(), f.asked());
            case Fact.ErpAmended f -> total(f, f.document(), f.asked());
            case Fact.ErpRefused f -> Optional.of(refused(f, Optional.of(order.placed())));
            case Fact.ErpInDoubt f -> Optional.of(inDoubt(f, order.placed()));
            case Fact.ErpCancelRefused f -> Optional.of(cancelRefused(f));
            case Fact.RefundFailed f -> Optional.of(refundFailed(f));
            case FulfilmentFact.AllocationFailed f ->
                    Optional.of(goods(f, "allocation", f.reason()));
            case FulfilmentFact.DeliveryFailed f ->
                    Optional.of(goods(f, "delivery[%s]".formatted(f.shipment()), f.reason()));
            case FulfilmentFact.ReturnedToSender f ->
                    Optional.of(
                            goods(
                                    f,
                                    "delivery[%s]".formatted(f.shipment()),
                                    "came back undelivered; say whether to send again or give the"
                                            + " money back"));
            case Fact _ -> Optional.empty();
        };
    }

    private static Optional<OrderException> total(Fact fact, ErpDocument document, Money asked) {
        return document.total().equals(asked)
                ? Optional.empty()
                : Optional.of(
                        exception(
                                fact,
                                Type.MONEY,
                                "erp.total",
                                "%s %s is %s in the ERP, but the order is %s"
                                        .formatted(
                                                document.reference().kind(),
                                                document.number(),
                                                document.total(),
                                                asked),
                                Owner.FINANCE,
                                Optional.of(Amount.same(asked))));
    }

    private static OrderException refused(Fact.ErpRefused fact, Optional<Amount> moneyAtRisk) {
        return exception(
                fact,
                Type.ERP,
                Rejection.subject(fact.fault()),
                fact.fault().detail(),
                FaultPolicy.owner(fact.fault()),
                moneyAtRisk);
    }

    private static OrderException inDoubt(Fact.ErpInDoubt fact, Amount moneyAtRisk) {
        return exception(
                fact,
                Type.ERP,
                fact.fault().map(Rejection::subject).orElse("erp.in-doubt"),
                "the ERP may have a document of it or not; settle this and it is looked up again"
                        + fact.fault().map(fault -> ": " + fault.detail()).orElse(""),
                fact.fault().map(FaultPolicy::owner).orElse(Owner.ERP_TEAM),
                Optional.of(moneyAtRisk));
    }

    private static OrderException cancelRefused(Fact.ErpCancelRefused fact) {
        return exception(
                fact,
                Type.ERP,
                Rejection.subject(fact.fault()),
                "cancelled at the channel, but the ERP keeps %s: %s"
                        .formatted(fact.document().number(), fact.fault().detail()),
                Owner.CUSTOMER_SERVICE,
                Optional.of(Amount.same(fact.document().total())));
    }

    private static OrderException refundFailed(Fact.RefundFailed fact) {
        return exception(
                fact,
                Type.REFUND,
                Rejection.subject(fact.fault()),
                "the buyer is still owed %s: %s"
                        .formatted(fact.amount().transaction(), fact.fault().detail()),
                Owner.CUSTOMER_SERVICE,
                Optional.of(fact.amount()));
    }

    private static OrderException goods(Fact fact, String path, String detail) {
        return exception(
                fact, Type.QUANTITY, path, detail, Owner.CUSTOMER_SERVICE, Optional.empty());
    }

    static Rejection refusal(Fact.ErpRefused fact) {
        return refusal(fact, fact.fault(), refused(fact, Optional.empty()));
    }

    static Rejection refusal(Fact.ErpCancelRefused fact) {
        return refusal(fact, fact.fault(), cancelRefused(fact));
    }

    static Rejection refusal(Fact.RefundFailed fact) {
        return refusal(fact, fact.fault(), refundFailed(fact));
    }

    private static Rejection refusal(Fact fact, Fault fault, OrderException exception) {
        return new Rejection(fault, exception.fingerprint().text(), fact.provenance().occurredAt());
    }

    static OrderException exception(
            Fact fact,
            Type type,
            String path,
            String detail,
            Owner owner,
            Optional<Amount> moneyAtRisk) {
        return Exceptions.ofFact(fact.provenance(), type, path, detail, owner, moneyAtRisk);
    }
}
