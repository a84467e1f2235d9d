/** The checks that have to hold once everything has come to rest. */
@NullMarked
package io.orderloom.simulation.oracle;

import org.jspecify.annotations.NullMarked;
