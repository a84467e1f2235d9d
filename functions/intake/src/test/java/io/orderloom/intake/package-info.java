/** Tests of intake. */
@NullMarked
package io.orderloom.intake;

import org.jspecify.annotations.NullMarked;
