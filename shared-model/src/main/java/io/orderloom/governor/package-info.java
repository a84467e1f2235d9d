/**
 * Decides how often, how many at once and whether at all an account at an ERP or a shop is called,
 * for all instances of all functions together: slots, a circuit, turns. Pure.
 */
@NullMarked
package io.orderloom.governor;

import org.jspecify.annotations.NullMarked;
