@NullMarked
package io.orderloom.fact;

import org.jspecify.annotations.NullMarked;
