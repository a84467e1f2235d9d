@NullMarked
package io.orderloom.desk;

import org.jspecify.annotations.NullMarked;
