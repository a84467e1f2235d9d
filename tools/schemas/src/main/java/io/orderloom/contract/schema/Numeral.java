package io.orderloom.contract.schema;

/** An exact decimal number as text, so that no reader's floating point can touch it. */
public record Numeral(String text) {}
