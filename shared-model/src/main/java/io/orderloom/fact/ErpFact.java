package io.orderloom.fact;

/** What an ERP said of the order's documents. */
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
