/**
 * Twins of the ways in which ERPs take orders, each with the adapter that makes it exactly-once.
 *
 * <p>The conditions of each way for one document per order, whatever breaks:
 *
 * <ul>
 *   <li><b>upsert by external id</b>, <b>idempotency key</b>: the ERP itself recognizes a
 *       repetition. Repeating is always safe (a key only as long as the ERP remembers it, so after
 *       a doubt the adapter looks first).
 *   <li><b>search, then create</b>, <b>create without key</b>: the ERP recognizes nothing. It is
 *       safe because of three things together: the task's claim lets one process call at a time,
 *       its lease outlives that process, and no process calls again before a look-up that is
 *       conclusive, that is, later than the call by the settling time. An ERP that shows a document
 *       later than its adapter declares gets a second one; nothing on our side of it can prevent
 *       that.
 *   <li><b>asynchronous job</b>, <b>file drop</b>: the same, where the job or the file is looked
 *       for as well as the document: an order that waits there unanswered is waited for.
 * </ul>
 *
 * An ERP that neither recognizes a repetition nor can find a document by a reference of ours, not
 * even by its list, can't be used exactly once.
 */
@NullMarked
package io.orderloom.simulation.erp;

import org.jspecify.annotations.NullMarked;
