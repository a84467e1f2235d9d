package io.orderloom.fact;

/** Facts about the order's documents at the ERP. */
public sealed interface ErpFact extends Fact
        permits Fact.ErpPosted,
                Fact.ErpAmended,
                Fact.ErpRefused,
                Fact.ErpInDoubt,
                Fact.ErpPostingSkipped,
                Fact.ErpCancelled,
                Fact.ErpCancelRefused,
                Fact.ErpInvoiced,
                Fact.ErpCredited {}
