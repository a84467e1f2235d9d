package io.orderloom.kit.telemetry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.orderloom.topology.Metric;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Formats values as one line of CloudWatch's embedded metric format (Amazon CloudWatch User Guide,
 * "Specification: Embedded metric format"). Written without reflection.
 *
 * @param dimensions by name; all metrics of a line have the same
 * @param tenant stands beside the values and is no dimension
 * @param values all measured values, in the metric's unit
 */
record MetricLine(
        Instant at,
        Map<String, String> dimensions,
        Optional<String> tenant,
        Map<Metric, List<Long>> values) {
    private static final JsonFactory JSON = new JsonFactory();

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
            for (var metric : values.entrySet()) {
                out.writeFieldName(metric.getKey().label());
                write(metric.getValue(), out);
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
        out.writeStartObject();
        out.writeStringField("Namespace", Metric.NAMESPACE);
        out.writeArrayFieldStart("Dimensions");
        out.writeStartArray();
        for (var name : dimensions.keySet()) {
            out.writeString(name);
        }
        out.writeEndArray();
        out.writeEndArray();
        out.writeArrayFieldStart("Metrics");
        for (var metric : values.keySet()) {
            out.writeStartObject();
            out.writeStringField("Name", metric.label());
            out.writeStringField("Unit", metric.unit().label());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
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
