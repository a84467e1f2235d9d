/** Tests of how the functions' processes end. */
@NullMarked
package io.orderloom.embedded.lambda;

import org.jspecify.annotations.NullMarked;
