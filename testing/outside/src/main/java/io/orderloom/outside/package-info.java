/** Proves that a connector from outside the tree needs no change inside it. */
@NullMarked
package io.orderloom.outside;

import org.jspecify.annotations.NullMarked;
