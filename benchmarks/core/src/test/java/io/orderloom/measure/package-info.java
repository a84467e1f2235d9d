/** Tests of the measurements' own arithmetic and pages. */
@NullMarked
package io.orderloom.measure;

import org.jspecify.annotations.NullMarked;
