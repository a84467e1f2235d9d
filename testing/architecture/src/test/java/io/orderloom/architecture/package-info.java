/** Who may know whom, held against the classes of all modules. */
@NullMarked
package io.orderloom.architecture;

import org.jspecify.annotations.NullMarked;
