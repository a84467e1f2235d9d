@NullMarked
package io.orderloom.maintenance;

import org.jspecify.annotations.NullMarked;
