package io.orderloom.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import io.orderloom.topology.Function;
import java.net.Socket;
import java.net.URL;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Checks the layers of the whole project on the classes that were just built. */
class ArchitectureTest {
    private static final String ADAPTERS = "io.orderloom.connector..";
    private static final String SHARED_BY_ADAPTERS = "io.orderloom.connector.kit..";

    private static final String MODEL = "shared-model";
    private static final String TOPOLOGY = "infrastructure/topology";
    private static final String SIMULATION = "testing/simulation";
    private static final String CRASH = "testing/crash";

    static final List<String> FUNCTIONS =
            Stream.of(Function.values()).map(function -> "functions/" + function.label()).toList();

    @Test
    void the_model_knows_the_jdk_and_itself_and_nothing_else() {
        var model = Project.classes(MODEL);

        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..")
                                .or(Project.isOf(MODEL))
                                .or(primitive()))
                .check(model);
    }

    @Test
    void the_topology_knows_the_jdk_and_itself_and_nothing_else() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify..")
                                .or(Project.isOf(TOPOLOGY))
                                .or(primitive()))
                .check(Project.classes(TOPOLOGY));
    }

    @Test
    void the_order_store_knows_no_host_and_no_queue() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.amazonaws..",
                        "io.quarkus.funqy..",
                        "io.quarkus.amazon.lambda..",
                        "software.amazon.awssdk.services.sqs..")
                .because("reading an order needs the table alone, and sends no message")
                .check(Project.classes("functions/order-store"));
    }

    @Test
    void the_model_has_no_clock_and_no_randomness() {
        var now = target(name("now")).and(target(owner(resideInAPackage("java.time.."))));

        noClasses()
                .should()
                .callMethodWhere(now)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(InstantSource.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(RandomGenerator.class)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .because("time and ids come in with the fact, so that a decision can be replayed")
                .check(Project.classes(MODEL));
    }

    @Test
    void the_model_counts_in_no_floating_point() {
        var floating = floatingPoint();

        noFields().should().haveRawType(floating).check(Project.classes(MODEL));
        noCodeUnits()
                .should()
                .haveRawReturnType(floating)
                .orShould()
                .haveRawParameterTypes(anyOf(floating))
                .check(Project.classes(MODEL));
    }

    @Test
    void the_model_names_things_by_what_they_are() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Util|Utils|DTO|Dto|Helper)")
                .check(Project.classes(MODEL));
    }

    @Test
    void the_core_knows_no_adapter() {
        noClasses()
                .that()
                .resideInAPackage("io.orderloom.core..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ADAPTERS)
                .check(Project.classes());
    }

    @Test
    void no_adapter_knows_another() {
        slices().matching("io.orderloom.connector.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(SHARED_BY_ADAPTERS))
                .check(Project.classes());
    }

    @Test
    void adapters_know_no_function_and_no_topology() {
        noClasses()
                .that()
                .resideInAPackage(ADAPTERS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.orderloom.kit..", "io.orderloom.topology..")
                .check(Project.classes());
    }

    @Test
    void only_functions_and_stacks_know_aws() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.amazonaws..")
                .because("a rule or an adapter that knows its host can't be tested without it")
                .check(Project.classes(Project.modules().filter(ArchitectureTest::knowsNoAws)));
    }

    @Test
    void only_the_contracts_know_how_schemas_are_made() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.orderloom.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.orderloom.contract..", "com.github.victools..")
                .because("schemas describe functions and are not part of them")
                .check(Project.classes());
    }

    @Test
    void the_simulation_runs_functions_and_hosts_nothing() {
        noClasses()
                .that()
                .resideInAPackage("io.orderloom.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.orderloom.embedded..",
                        "io.orderloom.container..",
                        "io.orderloom.desk..",
                        "io.quarkus..",
                        "com.amazonaws..",
                        "java.sql..")
                .because("a call that leaves the simulation can't be repeated from its seed")
                .check(Project.classes(SIMULATION));
        noClasses()
                .that()
                .resideInAPackage("io.orderloom.simulation..")
                .and()
                // This package imitates a network for the deployed adapters.
                .resideOutsideOfPackage("io.orderloom.simulation.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.net..")
                .check(Project.classes(SIMULATION));
        noClasses()
                .that()
                .resideInAPackage("io.orderloom.simulation..")
                .should()
                .callMethod(URL.class, "openConnection")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Socket.class)
                .check(Project.classes(SIMULATION));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.orderloom.simulation..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.orderloom.simulation..")
                .because("code that is deployed must not depend on its simulation")
                .check(Project.classes());
    }

    @Test
    void time_and_randomness_of_the_simulation_come_from_its_seed() {
        var now = target(name("now")).and(target(owner(resideInAPackage("java.time.."))));

        noClasses()
                .that()
                // This package reads the clock to end in time; the worlds that it runs don't.
                .resideOutsideOfPackage("io.orderloom.simulation.chaos..")
                .should()
                .callMethodWhere(now)
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(Project.classes(SIMULATION));
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("io.orderloom.simulation.schedule.SeededRandom")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(SplittableRandom.class)
                .check(Project.classes(SIMULATION));
    }

    @Test
    void the_crash_proof_reads_the_stack_from_outside_only() {
        noClasses()
                .that()
                .resideInAPackage("io.orderloom.crash..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "io.orderloom.core..",
                        "io.orderloom.kit..",
                        "io.orderloom.simulation..")
                .because("it has to read the books without the code that it checks")
                .check(Project.classes(CRASH));
        noClasses()
                .that()
                .resideOutsideOfPackage("io.orderloom.crash..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.orderloom.crash..")
                .because("a stack that knows of the kill could behave in another way")
                .check(Project.classes());
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void a_function_knows_no_other_function(String function) {
        var others =
                FUNCTIONS.stream()
                        .filter(other -> !other.equals(function))
                        .map(Project::isOf)
                        .reduce((one, another) -> one.or(another))
                        .orElseThrow();

        noClasses().should().dependOnClassesThat(others).check(Project.classes(function));
    }

    @ParameterizedTest
    @FieldSource("FUNCTIONS")
    void a_function_logs_through_its_logger_alone(String function) {
        noClasses()
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .check(Project.classes(function));
    }

    private static boolean knowsNoAws(String module) {
        return module.equals(MODEL)
                || module.equals(TOPOLOGY)
                || module.equals("tools/schemas")
                || module.equals("tools/corpus")
                || module.startsWith("connectors/");
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe("primitive types", JavaClass::isPrimitive);
    }

    private static DescribedPredicate<JavaClass> floatingPoint() {
        return DescribedPredicate.describe(
                "floating point",
                type ->
                        List.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(type.getBaseComponentType().getName()));
    }

    private static DescribedPredicate<List<JavaClass>> anyOf(DescribedPredicate<JavaClass> type) {
        return DescribedPredicate.describe(
                "any of " + type.getDescription(), types -> types.stream().anyMatch(type));
    }
}
