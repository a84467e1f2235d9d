package io.orderloom.contract.compat;

import java.util.List;
import java.util.stream.Stream;

/** Compares least and greatest lengths, counts and numbers. */
final class Range {
    private static final List<String> LEAST = List.of("minLength", "minItems", "minimum");
    private static final List<String> GREATEST = List.of("maxLength", "maxItems", "maximum");

    private Range() {}

    /** The bounds beyond which the writer may write and the reader does not read. */
    static List<String> narrowed(Place reader, Place writer) {
        return Stream.concat(
                        LEAST.stream().filter(bound -> beyond(bound, reader, writer, -1)),
                        GREATEST.stream().filter(bound -> beyond(bound, reader, writer, 1)))
                .map(bound ->
                        "%s %s where %s was expected"
                                .formatted(
                                        bound,
                                        writer.has(bound) ? writer.get(bound) : "of any size",
                                        reader.get(bound)))
                .toList();
    }

    private static boolean beyond(String bound, Place reader, Place writer, int direction) {
        return reader.has(bound)
                && (!writer.has(bound)
                        || writer.get(bound)
                                        .decimalValue()
                                        .compareTo(reader.get(bound).decimalValue())
                                == direction);
    }
}
