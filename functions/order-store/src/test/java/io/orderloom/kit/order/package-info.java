/** Tests. */
@NullMarked
package io.orderloom.kit.order;

import org.jspecify.annotations.NullMarked;
