/** What becomes of the functions' processes. */
@NullMarked
package io.orderloom.embedded.lambda;

import org.jspecify.annotations.NullMarked;
