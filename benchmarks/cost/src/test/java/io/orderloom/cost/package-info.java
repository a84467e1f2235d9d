@NullMarked
package io.orderloom.cost;

import org.jspecify.annotations.NullMarked;
