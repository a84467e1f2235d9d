@NullMarked
package io.orderloom.card;

import org.jspecify.annotations.NullMarked;
