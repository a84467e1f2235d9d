package io.orderloom.kit.health;

import io.orderloom.erp.Erp.Health;
import io.orderloom.kit.config.Erps;
import io.orderloom.kit.config.OutOfForce;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Whether all ERPs answer and accept our credentials. */
@Readiness
@ApplicationScoped
@IfBuildProperty(name = "orderloom.uses-erp", stringValue = "true")
class ErpCheck implements HealthCheck {
    private final Erps erps;

    ErpCheck(Erps erps) {
        this.erps = erps;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("erp").up();
        for (var name : erps.names()) {
            var health = health(name);
            response.withData(name, health.detail());
            if (!health.up()) {
                response.down();
            }
        }
        return response.build();
    }

    private Health health(String name) {
        try {
            return erps.erp(name).health();
        } catch (OutOfForce flawed) {
            return new Health(false, String.valueOf(flawed.getMessage()));
        }
    }
}
