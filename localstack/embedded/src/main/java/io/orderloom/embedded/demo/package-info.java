/** A shop that sends signed orders, and a readable account of what happens to them. */
@NullMarked
package io.orderloom.embedded.demo;

import org.jspecify.annotations.NullMarked;
