package io.orderloom.fact;

import io.orderloom.order.TaxLine.Collector;
import java.util.Set;

/**
 * Tells which role may state which fact. A fact that another role states is refused and opens an
 * exception.
 */
public final class Ownership {
    private Ownership() {}

    public static boolean mayState(Role role, Fact fact) {
        return owners(fact).contains(role);
    }

    // spotless:off
    /** The roles that may state the fact. */
    public static Set<Role> owners(Fact fact) {
        return switch (fact) {
            case Fact.OrderPlaced _,
                 Fact.OrderEdited _,
                 Fact.OrderCancelled _,
                 Fact.LinesCancelled _                     -> Set.of(Role.COMMERCE);
            case PaymentFact.PaymentStated _                -> Set.of(Role.COMMERCE, Role.PAYMENT);
            case PaymentFact _,
                 Fact.RefundPending _,
                 Fact.RefundSettled _,
                 Fact.RefundFailed _                       -> Set.of(Role.PAYMENT);
            case Fact.RefundRequested _,
                 ReturnFact.ReturnRequested _              -> Set.of(Role.COMMERCE, Role.SUPPORT);
            case FulfilmentFact _,
                 ReturnFact.ReturnReceived _,
                 ReturnFact.ReturnInspected _              -> Set.of(Role.WAREHOUSE, Role.POS);
            case ProcessFact.TaxAdjusted t when
                 t.collectedBy() == Collector.MARKETPLACE  -> Set.of(Role.MARKETPLACE);
            case ProcessFact.TaxAdjusted _                 -> Set.of(Role.TAX_ENGINE);
            case ProcessFact.CaseLinked _                  -> Set.of(Role.SUPPORT);
            case Fact.ErpPostingSkipped _,
                 Fact.ErpInDoubt _                         -> Set.of(Role.MIDDLEWARE);
            case ErpFact _                                 -> Set.of(Role.ERP);
            case ProcessFact.HoldPlaced _,
                 ProcessFact.HoldReleased _,
                 ProcessFact.Erased _                      -> Set.of(Role.MIDDLEWARE);
        };
    }
    // spotless:on
}
