/** Tests of what a person says to the desk. */
@NullMarked
package io.orderloom.desk;

import org.jspecify.annotations.NullMarked;
