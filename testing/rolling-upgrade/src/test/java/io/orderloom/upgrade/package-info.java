@NullMarked
package io.orderloom.upgrade;

import org.jspecify.annotations.NullMarked;
