/** The ports to whatever brings facts: how a payload is checked, read and answered. */
@NullMarked
package io.orderloom.source;

import org.jspecify.annotations.NullMarked;
