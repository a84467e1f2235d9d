package io.orderloom.container;

import io.orderloom.aws.contract.QueueContract;
import io.orderloom.aws.contract.QueueLimits;
import io.orderloom.aws.contract.ScheduleContract;
import io.orderloom.aws.contract.SecretKeeping;
import io.orderloom.aws.contract.SecretReading;
import io.orderloom.aws.contract.TableContract;
import io.orderloom.aws.contract.TableLimits;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** The parts of the contract, with the test classes that run them. */
enum Contract {
    PROVISION(
            "setting up",
            ProvisionContract.class,
            EndpointProvisionTest.class,
            Optional.of(EmbeddedProvisionTest.class)),
    QUEUES(
            "queues",
            QueueContract.class,
            EndpointQueueTest.class,
            Optional.of(EmbeddedQueueTest.class)),
    QUEUE_LIMITS(
            "limits of queues",
            QueueLimits.class,
            EndpointQueueLimitsTest.class,
            Optional.of(EmbeddedQueueLimitsTest.class)),
    TABLE(
            "table",
            TableContract.class,
            EndpointTableTest.class,
            Optional.of(EmbeddedTableTest.class)),
    TABLE_LIMITS(
            "limits of the table",
            TableLimits.class,
            EndpointTableLimitsTest.class,
            Optional.of(EmbeddedTableLimitsTest.class)),
    SECRETS_READ(
            "secrets, read",
            SecretReading.class,
            EndpointSecretReadingTest.class,
            Optional.of(EmbeddedSecretReadingTest.class)),
    SECRETS_KEPT(
            "secrets, put in",
            SecretKeeping.class,
            EndpointSecretKeepingTest.class,
            Optional.empty()),
    SCHEDULES("schedules", ScheduleContract.class, EndpointScheduleTest.class, Optional.empty());

    private final String label;
    private final Class<?> contract;
    private final Class<?> onEndpoint;
    private final Optional<Class<?>> embedded;

    Contract(String label, Class<?> contract, Class<?> onEndpoint, Optional<Class<?>> embedded) {
        this.label = label;
        this.contract = contract;
        this.onEndpoint = onEndpoint;
        this.embedded = embedded;
    }

    String label() {
        return label;
    }

    Class<?> contract() {
        return contract;
    }

    /** The class that tests the emulator; empty if the emulator has no such service. */
    Optional<Class<?>> of(Emulator emulator) {
        return emulator == Emulator.EMBEDDED ? embedded : Optional.of(onEndpoint);
    }

    List<String> tests() {
        return Arrays.stream(contract.getDeclaredMethods())
                .filter(Contract::tests)
                .map(Method::getName)
                .sorted()
                .toList();
    }

    private static boolean tests(Method method) {
        return method.isAnnotationPresent(Test.class)
                || method.isAnnotationPresent(ParameterizedTest.class);
    }
}
