@NullMarked
package io.orderloom.embedded.cost;

import org.jspecify.annotations.NullMarked;
