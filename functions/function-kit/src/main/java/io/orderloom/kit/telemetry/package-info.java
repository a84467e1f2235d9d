/** Telemetry for operators: the context of log lines, metrics, and the trace that is passed on. */
@NullMarked
package io.orderloom.kit.telemetry;

import org.jspecify.annotations.NullMarked;
