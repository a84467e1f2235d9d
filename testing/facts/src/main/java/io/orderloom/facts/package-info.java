/** A source of canonical facts, for what no connector states yet. */
@NullMarked
package io.orderloom.facts;

import org.jspecify.annotations.NullMarked;
