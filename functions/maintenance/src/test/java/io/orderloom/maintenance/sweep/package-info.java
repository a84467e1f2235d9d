@NullMarked
package io.orderloom.maintenance.sweep;

import org.jspecify.annotations.NullMarked;
