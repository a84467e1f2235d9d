/**
 * The sandbox ERP of the embedded stack: JSON over HTTP, documents unique by external id.
 *
 * <p>Exactly once: the ERP itself rejects a second document under an external id and answers an
 * identical repetition with the existing one. Shipping, duties and taxes that the source states for
 * the whole order are lines of their own, so that the total is exact.
 */
@NullMarked
package io.orderloom.connector.sandbox;

import org.jspecify.annotations.NullMarked;
