/** A function whose every step the test decides. */
@NullMarked
package io.orderloom.embedded.testfunction;

import org.jspecify.annotations.NullMarked;
