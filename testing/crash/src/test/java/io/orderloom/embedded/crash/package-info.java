@NullMarked
package io.orderloom.embedded.crash;

import org.jspecify.annotations.NullMarked;
