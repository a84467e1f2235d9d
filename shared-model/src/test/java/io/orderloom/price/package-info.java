@NullMarked
package io.orderloom.price;

import org.jspecify.annotations.NullMarked;
