/** Tests of what the meters count. */
@NullMarked
package io.orderloom.embedded.meter;

import org.jspecify.annotations.NullMarked;
