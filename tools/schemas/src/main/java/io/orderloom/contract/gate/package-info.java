/** The files in {@code docs}, and what has to hold between them and the code. */
@NullMarked
package io.orderloom.contract.gate;

import org.jspecify.annotations.NullMarked;
