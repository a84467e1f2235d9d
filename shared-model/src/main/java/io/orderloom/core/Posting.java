package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fault.Fault;

/** How far the order's document has come at the ERP. */
public sealed interface Posting {

    /** The order is to be posted, or is being posted. */
    record Requested() implements Posting {}

    /** A test order, which the posting profile keeps out of the books. */
    record NotNeeded() implements Posting {}

    /** The order was cancelled, and the ERP has no document of it. */
    record Skipped() implements Posting {}

    /**
     * The attempts were used up, and the ERP may have the document or not. Only the ERP can tell: a
     * document that it has is adopted or cancelled, and until then nothing counts as undone.
     */
    record InDoubt() implements Posting {}

    record Refused(Fault fault) implements Posting {}

    record Posted(ErpDocument document) implements Posting {}

    /** The ERP is to cancel its document. */
    record Cancelling(ErpDocument document) implements Posting {}

    record Cancelled(ErpDocument document) implements Posting {}

    record CancelRefused(ErpDocument document, Fault fault) implements Posting {}
}
