@NullMarked
package io.orderloom.crash;

import org.jspecify.annotations.NullMarked;
