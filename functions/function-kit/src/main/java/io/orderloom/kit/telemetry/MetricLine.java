package io.orderloom.kit.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.orderloom.topology.Metric;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formats values as one line of CloudWatch's embedded metric format (Amazon CloudWatch User Guide,
 * "Specification: Embedded metric format"). Written without reflection. A line can hold several
 * sets of dimensions, each with its metrics, as long as no name stands for two values.
 */
final class MetricLine {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Values that have the same dimensions.
     *
     * @param dimensions by name
     * @param tenant stands beside the values and is no dimension
     * @param values all measured values, in the metric's unit
     */
    record Group(
            Map<String, String> dimensions,
            Optional<String> tenant,
            Map<Metric, List<Long>> values) {}

    private final Instant at;
    private final Optional<String> tenant;
    private final List<Group> groups = new ArrayList<>();
    private final Map<String, String> dimensions = new LinkedHashMap<>();

    MetricLine(Instant at, Group first) {
        this.at = at;
        this.tenant = first.tenant();
        groups.add(first);
        dimensions.putAll(first.dimensions());
    }

    /**
     * Adds values to the line.
     *
     * @return false if a name in them means something else on this line
     */
    boolean add(Group group) {
        boolean contradicts =
                group.dimensions().entrySet().stream()
                        .anyMatch(one ->
                                !dimensions
                                        .getOrDefault(one.getKey(), one.getValue())
                                        .equals(one.getValue()));
        if (contradicts
                || !tenant.equals(group.tenant())
                || groups.stream()
                        .anyMatch(before ->
                                !Collections.disjoint(
                                        before.values().keySet(), group.values().keySet()))) {
            return false;
        }
        groups.add(group);
        dimensions.putAll(group.dimensions());
        return true;
    }

    String json() {
        var text = new StringWriter();
        try (var out = JSON.createGenerator(text)) {
            out.writeStartObject();
            metadata(out);
            for (var dimension : dimensions.entrySet()) {
                out.writeStringField(dimension.getKey(), dimension.getValue());
            }
            if (tenant.isPresent()) {
                out.writeStringField("tenant", tenant.get());
            }
            for (var group : groups) {
                for (var metric : group.values().entrySet()) {
                    out.writeFieldName(metric.getKey().label());
                    write(metric.getValue(), out);
                }
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private void metadata(JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("_aws");
        out.writeNumberField("Timestamp", at.toEpochMilli());
        out.writeArrayFieldStart("CloudWatchMetrics");
        for (var group : groups) {
            directive(group, out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void directive(Group group, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("Namespace", Metric.NAMESPACE);
        out.writeArrayFieldStart("Dimensions");
        out.writeStartArray();
        for (var name : group.dimensions().keySet()) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeEndArray();
        out.writeArrayFieldStart("Metrics");
        for (var metric : group.values().keySet()) {
            out.writeStartObject();
            out.writeStringField("Name", metric.label());
            out.writeStringField("Unit", metric.unit().label());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(List<Long> all, JsonGenerator out) throws IOException {
        if (all.size() == 1) {
            out.writeNumber(all.getFirst());
            return;
        }
        out.writeStartArray();
        for (long value : all) {
            out.writeNumber(value);
        }
        out.writeEndArray();
    }
}
