package io.orderloom.core;

import io.orderloom.erp.ErpDocument;
import io.orderloom.fault.Fault;

/** How far the order's document has come at the ERP. */
public sealed interface Posting {

    /** The ERP is to be asked, or is being asked. */
    record Requested() implements Posting {}

    /** A test order, which the posting profile keeps out of the books. */
    record NotNeeded() implements Posting {}

    /** Cancelled before the ERP was ever asked. */
    record Skipped() implements Posting {}

    record Refused(Fault fault) implements Posting {}

    record Posted(ErpDocument document) implements Posting {}

    /** The ERP is to cancel what it has. */
    record Cancelling(ErpDocument document) implements Posting {}

    record Cancelled(ErpDocument document) implements Posting {}

    record CancelRefused(ErpDocument document, Fault fault) implements Posting {}
}
