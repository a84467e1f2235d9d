/** Tests of the order store. */
@NullMarked
package io.orderloom.kit.order;

import org.jspecify.annotations.NullMarked;
