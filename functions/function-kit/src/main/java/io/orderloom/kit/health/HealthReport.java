package io.orderloom.kit.health;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;

/**
 * A function's health, in the field names of MicroProfile Health.
 *
 * @param status {@code UP} or {@code DOWN}
 */
@RegisterForReflection
public record HealthReport(
        @JsonProperty("status") String status, @JsonProperty("checks") List<Check> checks) {

    @RegisterForReflection
    public record Check(
            @JsonProperty("name") String name,
            @JsonProperty("status") String status,
            @JsonProperty("data") Map<String, String> data) {}
}
