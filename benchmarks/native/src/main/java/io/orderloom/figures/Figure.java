package io.orderloom.figures;

import io.orderloom.topology.Function;

/** One measured value, in the unit of its measure. */
record Figure(Kind kind, Function function, FunctionMeasure measure, double value) {}
