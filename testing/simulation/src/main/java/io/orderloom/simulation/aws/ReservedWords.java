package io.orderloom.simulation.aws;

import java.util.Locale;
import java.util.Set;

/**
 * Words that an expression can't use as an attribute's name (Amazon DynamoDB Developer Guide,
 * "Reserved words"), limited to those that are plausible attribute names for an order's items.
 */
final class ReservedWords {
    private static final Set<String> WORDS =
            Set.of(
                    "ACTION",
                    "ATTRIBUTES",
                    "BATCH",
                    "COUNT",
                    "COUNTER",
                    "DATA",
                    "DATE",
                    "GROUP",
                    "HASH",
                    "INDEX",
                    "ITEMS",
                    "KEY",
                    "KEYS",
                    "LANGUAGE",
                    "LEASE",
                    "LEVEL",
                    "LOCATION",
                    "NAME",
                    "ORDER",
                    "OWNER",
                    "PARTITION",
                    "POSITION",
                    "RANGE",
                    "REFERENCES",
                    "REGION",
                    "ROLE",
                    "SEQUENCE",
                    "SIZE",
                    "SOURCE",
                    "STATE",
                    "STATUS",
                    "TIME",
                    "TIMESTAMP",
                    "TOKEN",
                    "TOTAL",
                    "TTL",
                    "TYPE",
                    "USER",
                    "VALUE",
                    "VALUES",
                    "VERSION",
                    "WORK");

    private ReservedWords() {}

    static boolean contains(String name) {
        return WORDS.contains(name.toUpperCase(Locale.ROOT));
    }
}
