/** Tests. */
@NullMarked
package io.orderloom.kit.card;

import org.jspecify.annotations.NullMarked;
