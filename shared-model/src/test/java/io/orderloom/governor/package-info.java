@NullMarked
package io.orderloom.governor;

import org.jspecify.annotations.NullMarked;
