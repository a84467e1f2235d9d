@NullMarked
package io.orderloom.kit.queue;

import org.jspecify.annotations.NullMarked;
