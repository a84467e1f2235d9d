/**
 * The door: verifies a webhook, bounds it, masks the numbers of payment cards, hands it to the
 * queue and answers. Nothing else.
 */
@NullMarked
package io.orderloom.intake;

import org.jspecify.annotations.NullMarked;
