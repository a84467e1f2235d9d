/** Stores what systems say of the things that orders refer to, and finds it again. */
@NullMarked
package io.orderloom.kit.reference;

import org.jspecify.annotations.NullMarked;
