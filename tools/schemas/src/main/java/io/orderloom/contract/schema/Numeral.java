package io.orderloom.contract.schema;

/**
 * An exact decimal number as text, so that no reader turns it into a floating-point number by
 * accident.
 */
public record Numeral(String text) {}
