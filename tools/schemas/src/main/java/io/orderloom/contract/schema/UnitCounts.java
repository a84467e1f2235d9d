package io.orderloom.contract.schema;

/** Units by line, for example {@code 1=2,4=1}: two of line 1 and one of line 4. */
public record UnitCounts(String text) {}
