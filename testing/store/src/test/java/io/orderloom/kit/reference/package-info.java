/** Tests of what is stored about the things that orders refer to. */
@NullMarked
package io.orderloom.kit.reference;

import org.jspecify.annotations.NullMarked;
