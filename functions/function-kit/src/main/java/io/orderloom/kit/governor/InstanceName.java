package io.orderloom.kit.governor;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What tells this instance of the function from every other one, before and after it. */
@ApplicationScoped
class InstanceName {
    private final String value;

    /**
     * @param logStream which Lambda gives to one instance alone; elsewhere it is no name, and the
     *     process is
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
