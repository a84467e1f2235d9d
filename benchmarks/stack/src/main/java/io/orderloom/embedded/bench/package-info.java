/**
 * Measures what an order costs and how many the machine carries; a run counts only if every order
 * that was acknowledged is in the ERP once and was told.
 */
@NullMarked
package io.orderloom.embedded.bench;

import org.jspecify.annotations.NullMarked;
