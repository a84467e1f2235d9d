/**
 * The door for webhooks: verifies each one, limits its size, masks payment card numbers, hands it
 * to the queue and answers. Nothing else.
 */
@NullMarked
package io.orderloom.intake;

import org.jspecify.annotations.NullMarked;
