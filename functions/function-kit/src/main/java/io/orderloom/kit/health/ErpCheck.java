package io.orderloom.kit.health;

import io.orderloom.kit.config.Adapters;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether the ERP answers and accepts our credentials. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "orderloom.uses-erp", stringValue = "true")
class ErpCheck implements HealthCheck {
    private final Adapters adapters;

    ErpCheck(Adapters adapters) {
        this.adapters = adapters;
    }

    @Override
    public HealthCheckResponse call() {
        var erp = adapters.erp();
        var health = erp.health();
        return HealthCheckResponse.named("erp")
                .status(health.up())
                .withData("name", erp.name())
                .withData("detail", health.detail())
                .build();
    }
}
