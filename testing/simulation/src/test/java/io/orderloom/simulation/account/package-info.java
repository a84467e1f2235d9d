/** Tests of an order's result when an account answers with errors, slowly or not at all. */
@NullMarked
package io.orderloom.simulation.account;

import org.jspecify.annotations.NullMarked;
