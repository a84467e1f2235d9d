package io.orderloom.kit.governor;

import io.orderloom.kit.setting.LambdaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** A name that no other instance of the function has, before or after. */
@ApplicationScoped
class InstanceName {
    private final String value;

    /**
     * Where nobody gives each instance a log stream of its own, the process id tells them apart.
     */
    InstanceName(LambdaSettings settings, InstantSource clock) {
        this.value =
                "%s/%d@%d"
                        .formatted(
                                settings.logStreamName(),
                                ProcessHandle.current().pid(),
                                clock.instant().toEpochMilli());
    }

    String value() {
        return value;
    }
}
