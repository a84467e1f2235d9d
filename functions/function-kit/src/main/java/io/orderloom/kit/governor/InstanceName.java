package io.orderloom.kit.governor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A name that no other instance of the function has, before or after. */
@ApplicationScoped
class InstanceName {
    private final String value;

    /**
     * @param logStream Lambda gives one to each instance alone; elsewhere it names nothing, and the
     *     process id is taken
     */
    InstanceName(
            @ConfigProperty(name = "aws.lambda.log.stream.name", defaultValue = "local")
                    String logStream,
            InstantSource clock) {
        this.value =
                "%s/%d@%d"
                        .formatted(
                                logStream,
                                ProcessHandle.current().pid(),
                                clock.instant().toEpochMilli());
    }

    String value() {
        return value;
    }
}
