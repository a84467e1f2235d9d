package io.orderloom.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A payload as it was found in a file.
 *
 * @param place which one of the file it is: {@code #1}; empty if the file holds one
 * @param label the envelope's name for it, such as {@code order}
 * @param headers by lower-case name, where the envelope has them
 */
record Enclosed(
        String place, Optional<String> label, Map<String, String> headers, ByteBuffer body) {
    Enclosed {
        headers =
                headers.entrySet().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        header -> header.getKey().toLowerCase(Locale.ROOT),
                                        Map.Entry::getValue,
                                        (first, _) -> first));
        body = body.asReadOnlyBuffer();
    }

    static Enclosed bare(byte[] file) {
        return new Enclosed("", Optional.empty(), Map.of(), ByteBuffer.wrap(file));
    }

    static Enclosed labelled(String place, Optional<String> label, String body) {
        return new Enclosed(place, label, Map.of(), bytes(body));
    }

    static ByteBuffer bytes(String body) {
        return ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8));
    }
}
