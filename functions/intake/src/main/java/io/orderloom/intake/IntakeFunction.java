package io.orderloom.intake;

import io.orderloom.kit.health.Health;
import io.quarkus.funqy.Funq;

/** The Lambda function behind {@code POST /webhooks/{channelInstance}}. */
public class IntakeFunction {
    private final Intake intake;
    private final Health health;

    IntakeFunction(Intake intake, Health health) {
        this.intake = intake;
        this.health = health;
    }

    @Funq("intake")
    public HttpAnswer handle(HttpEvent event) {
        return event.health() == null ? intake.take(event) : HttpAnswer.of(health.report());
    }
}
