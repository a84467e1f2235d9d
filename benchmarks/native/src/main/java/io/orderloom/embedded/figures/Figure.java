package io.orderloom.embedded.figures;

import io.orderloom.topology.Function;

/** One measured value, in the measure's unit. */
record Figure(Kind kind, Function function, Measure measure, double value) {}
