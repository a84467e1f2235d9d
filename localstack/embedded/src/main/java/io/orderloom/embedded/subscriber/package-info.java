/** A subscriber that checks the signature of each event, keeps it and prints a line. */
@NullMarked
package io.orderloom.embedded.subscriber;

import org.jspecify.annotations.NullMarked;
