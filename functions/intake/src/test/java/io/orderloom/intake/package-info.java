/** Tests of the door. */
@NullMarked
package io.orderloom.intake;

import org.jspecify.annotations.NullMarked;
