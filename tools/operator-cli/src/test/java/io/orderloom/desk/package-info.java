/** Tests of the commands that a person gives. */
@NullMarked
package io.orderloom.desk;

import org.jspecify.annotations.NullMarked;
