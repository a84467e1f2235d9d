/** The proof that a connector needs no change of anything that is here. */
@NullMarked
package io.orderloom.outside;

import org.jspecify.annotations.NullMarked;
