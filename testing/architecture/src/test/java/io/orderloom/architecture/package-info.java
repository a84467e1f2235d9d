/** Checks which module may depend on which, by the classes of all modules. */
@NullMarked
package io.orderloom.architecture;

import org.jspecify.annotations.NullMarked;
