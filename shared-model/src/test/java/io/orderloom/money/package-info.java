@NullMarked
package io.orderloom.money;

import org.jspecify.annotations.NullMarked;
