/** A shop that sends signed orders, and a person's view of what becomes of them. */
@NullMarked
package io.orderloom.embedded.demo;

import org.jspecify.annotations.NullMarked;
