/** Tests. */
@NullMarked
package io.orderloom.subscriber.webhook;

import org.jspecify.annotations.NullMarked;
