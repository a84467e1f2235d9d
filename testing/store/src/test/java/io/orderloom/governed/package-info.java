@NullMarked
package io.orderloom.governed;

import org.jspecify.annotations.NullMarked;
