package io.orderloom.kit.telemetry;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes X-Ray's tracing header in the form of W3C Trace Context. Pure. */
public final class Traceparent {
    /** Root holds a version, the time of the trace's beginning in seconds, and a random number. */
    private static final Pattern ROOT = Pattern.compile("1-([0-9a-f]{8})-([0-9a-f]{24})");

    private static final Pattern PARENT = Pattern.compile("[0-9a-f]{16}");

    private Traceparent() {}

    /**
     * The same trace (AWS X-Ray Developer Guide, "Tracing header"); empty if the header names no
     * trace and parent.
     *
     * @param header for example {@code
     *     Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1}
     */
    public static Optional<String> of(String header) {
        var fields = fields(header);
        var root = ROOT.matcher(fields.getOrDefault("Root", ""));
        var parent = fields.getOrDefault("Parent", "");
        return root.matches() && PARENT.matcher(parent).matches()
                ? Optional.of(
                        "00-%s%s-%s-%s"
                                .formatted(
                                        root.group(1),
                                        root.group(2),
                                        parent,
                                        "1".equals(fields.get("Sampled")) ? "01" : "00"))
                : Optional.empty();
    }

    private static Map<String, String> fields(String header) {
        var fields = new HashMap<String, String>();
        for (var field : header.split(";", -1)) {
            int equals = field.indexOf('=');
            if (equals > 0) {
                fields.put(field.substring(0, equals).strip(), field.substring(equals + 1).strip());
            }
        }
        return fields;
    }
}
