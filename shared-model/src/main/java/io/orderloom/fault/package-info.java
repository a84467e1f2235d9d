/** The closed error taxonomy: everything that can go wrong at an outside system, by class. */
@NullMarked
package io.orderloom.fault;

import org.jspecify.annotations.NullMarked;
