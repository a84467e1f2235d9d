/**
 * The canonical order, v1: what was ordered, at what price, by whom, as every system can read it.
 *
 * <p>Names follow UBL 2.3 and GS1 where they have one; amounts that the source states are facts and
 * are not recomputed.
 */
@NullMarked
package io.orderloom.order;

import org.jspecify.annotations.NullMarked;
