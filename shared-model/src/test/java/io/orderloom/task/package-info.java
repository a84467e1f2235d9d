@NullMarked
package io.orderloom.task;

import org.jspecify.annotations.NullMarked;
