/** Prints what connectors declare. */
@NullMarked
package io.orderloom.connectors;

import org.jspecify.annotations.NullMarked;
