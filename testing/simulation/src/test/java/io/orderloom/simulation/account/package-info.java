/** Tests of what becomes of an order when an account answers badly, for long, or not at all. */
@NullMarked
package io.orderloom.simulation.account;

import org.jspecify.annotations.NullMarked;
