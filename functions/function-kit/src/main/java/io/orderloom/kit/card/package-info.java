/** Numbers of payment cards in texts. */
@NullMarked
package io.orderloom.kit.card;

import org.jspecify.annotations.NullMarked;
