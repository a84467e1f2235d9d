/** The files in {@code docs}, and the rules that must hold between them and the code. */
@NullMarked
package io.orderloom.contract.gate;

import org.jspecify.annotations.NullMarked;
