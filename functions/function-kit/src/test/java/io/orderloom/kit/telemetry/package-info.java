@NullMarked
package io.orderloom.kit.telemetry;

import org.jspecify.annotations.NullMarked;
