package io.orderloom.contract.compat;

import java.util.Locale;

/** The kinds of change that can break a reader. */
public enum Rule {
    SCHEMA_REMOVED,
    FIELD_REMOVED,
    FIELD_REQUIRED,
    TYPE_CHANGED,
    VALUE_UNKNOWN,
    CASE_UNKNOWN,
    PATTERN_CHANGED,
    FORMAT_CHANGED,
    RANGE_NARROWED;

    /** For example {@code field-required}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
