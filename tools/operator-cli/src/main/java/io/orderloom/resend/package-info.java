/** Sends single messages to the queues, as an operator asks for them. */
@NullMarked
package io.orderloom.resend;

import org.jspecify.annotations.NullMarked;
