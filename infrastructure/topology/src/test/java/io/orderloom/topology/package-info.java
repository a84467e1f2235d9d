@NullMarked
package io.orderloom.topology;

import org.jspecify.annotations.NullMarked;
