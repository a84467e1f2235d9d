@NullMarked
package io.orderloom.core;

import org.jspecify.annotations.NullMarked;
