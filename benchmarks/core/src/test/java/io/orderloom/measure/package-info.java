/** Tests. */
@NullMarked
package io.orderloom.measure;

import org.jspecify.annotations.NullMarked;
