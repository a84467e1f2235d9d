/**
 * How often, how many at once and whether at all an ERP account is called, decided for all
 * instances of all functions together: slots, a circuit, turns. Pure.
 */
@NullMarked
package io.orderloom.governor;

import org.jspecify.annotations.NullMarked;
