package io.orderloom.kit.health;

import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs every readiness check of the function. */
@ApplicationScoped
public class Health {
    private final SmallRyeHealthReporter reporter;

    Health(SmallRyeHealthReporter reporter) {
        this.reporter = reporter;
    }

    public HealthReport report() {
        var payload = reporter.getReadiness().getPayload();
        return new HealthReport(
                payload.getString("status"),
                payload.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
                        .map(Health::check)
                        .toList());
    }

    private static HealthReport.Check check(JsonObject check) {
        return new HealthReport.Check(
                check.getString("name"), check.getString("status"), data(check));
    }

    private static Map<String, String> data(JsonObject check) {
        var data = new LinkedHashMap<String, String>();
        if (check.containsKey("data")) {
            check.getJsonObject("data").forEach((name, value) -> data.put(name, text(value)));
        }
        return data;
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
