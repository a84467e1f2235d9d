@NullMarked
package io.orderloom.normalize;

import org.jspecify.annotations.NullMarked;
