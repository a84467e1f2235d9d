/** What tells an operator how it goes: the context of log lines, metrics, the trace passed on. */
@NullMarked
package io.orderloom.kit.telemetry;

import org.jspecify.annotations.NullMarked;
