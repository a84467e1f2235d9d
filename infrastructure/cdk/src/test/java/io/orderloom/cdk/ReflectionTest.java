package io.orderloom.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.ConstructorCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.ReferencedClassObject;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reflection in a native executable sees only registered classes, and JSON is read and written by
 * reflection: a record that was forgotten works on the JVM and fails on AWS.
 */
class ReflectionTest {
    private static final String REGISTER = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String JSON = "io.orderloom.kit.json.Json";
    private static final String ITEMS = "io.orderloom.kit.order.Items";
    private static final Set<String> WRITERS = Set.of("text", "bytes");
    private static final String TYPE_REFERENCE = "com.fasterxml.jackson.core.type.TypeReference";
    private static final String HTTP_INTERFACE = "jakarta.ws.rs.Path";

    /** Types that code writes as text and reads from it, without reflection. */
    private static final Set<String> AS_TEXT =
            Set.of("Money", "Amount", "Currency", "OrderId", "FactKey", "Quantity");

    /**
     * Records that methods which write JSON use but do not write: they hold the value, or name its
     * place.
     */
    private static final Set<String> BESIDE_THE_WRITTEN =
            Set.of(
                    "AppendedItems",
                    "CheckedLog",
                    "DueMarks",
                    "ExceptionCase",
                    "ExceptionRecord",
                    "ItemKey",
                    "LoadedOrder",
                    "MessageContext",
                    "Payload",
                    "Tampered");

    private final JavaClasses all = BuiltModule.deployed();

    @Test
    void everything_that_json_reads_or_writes_is_registered_with_all_that_it_holds() {
        var registered = registered();

        var met = new HashSet<JavaClass>();
        Stream.of(registered.stream(), read(), written(), referredTo(), exchanged())
                .flatMap(types -> types)
                .forEach(type -> walk(type, met));

        assertThat(met).hasSizeGreaterThan(100);
        assertThat(names(met.stream().filter(type -> !registered.contains(type)))).isEmpty();
    }

    private Set<JavaClass> registered() {
        var registered = new HashSet<JavaClass>();
        for (var type : all) {
            type.tryGetAnnotationOfType(REGISTER)
                    .map(annotation -> annotation.get("targets"))
                    .ifPresent(targets -> {
                        var named = targets.map(ReflectionTest::classes).orElse(Set.of());
                        registered.addAll(named.isEmpty() ? Set.of(type) : named);
                    });
        }
        return registered;
    }

    private static Set<JavaClass> classes(Object targets) {
        return targets instanceof JavaClass[] classes
                ? new HashSet<>(Arrays.asList(classes))
                : Set.of();
    }

    /** Types whose class literal stands in code that reads JSON. */
    private Stream<JavaClass> read() {
        return all.stream()
                .filter(type ->
                        type.getAccessesFromSelf().stream()
                                .anyMatch(access -> isJson(access.getTargetOwner())))
                .flatMap(type -> type.getReferencedClassObjects().stream())
                .map(ReferencedClassObject::getRawType)
                .filter(JavaClass::isRecord);
    }

    /** Records that a method which writes JSON makes, takes, or gets from a call. */
    private Stream<JavaClass> written() {
        return all.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> unit.getCallsFromSelf().stream().anyMatch(ReflectionTest::writes))
                .flatMap(unit ->
                        Stream.concat(
                                unit.getRawParameterTypes().stream(),
                                unit.getCallsFromSelf().stream().flatMap(ReflectionTest::given)))
                .filter(JavaClass::isRecord)
                .filter(type -> !BESIDE_THE_WRITTEN.contains(type.getSimpleName()));
    }

    private static boolean writes(JavaCall<?> call) {
        var owner = call.getTargetOwner().getName();
        return (owner.equals(JSON) && WRITERS.contains(call.getName()))
                || (owner.equals(ITEMS) && call.getName().equals("body"));
    }

    private static Stream<JavaClass> given(JavaCall<?> call) {
        if (call.getTarget() instanceof ConstructorCallTarget) {
            return Stream.of(call.getTargetOwner());
        }
        // Only the declaration has the type arguments, and with them what an Optional holds.
        return call.getTarget().resolveMember().stream()
                .flatMap(declared -> declared.getReturnType().getAllInvolvedRawTypes().stream());
    }

    private static boolean isJson(JavaClass type) {
        return type.getName().equals(JSON)
                || type.getName().equals(ITEMS)
                || type.getName().equals("jakarta.ws.rs.core.Response");
    }

    /** Types within a type reference, as lists and maps need it. */
    private Stream<JavaClass> referredTo() {
        return all.stream()
                .flatMap(type -> type.getSuperclass().stream())
                .filter(type -> type.toErasure().getName().equals(TYPE_REFERENCE))
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    /** Types in the methods of an interface from which a client is made. */
    private Stream<JavaClass> exchanged() {
        return all.stream()
                .filter(annotated(HTTP_INTERFACE))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method ->
                        Stream.concat(
                                Stream.of(method.getRawReturnType()),
                                method.getRawParameterTypes().stream()));
    }

    private static DescribedPredicate<HasAnnotations<?>> annotated(String with) {
        return DescribedPredicate.describe(
                "annotated with " + with, type -> type.isAnnotatedWith(with));
    }

    private void walk(JavaClass type, Set<JavaClass> met) {
        boolean ours = type.isRecord() || type.isEnum();
        if (!ours
                || !type.getName().startsWith("io.orderloom")
                || AS_TEXT.contains(type.getSimpleName())
                || !met.add(type)
                || !type.isRecord()) {
            return;
        }
        type.getFields().stream()
                .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                .flatMap(field -> field.getType().getAllInvolvedRawTypes().stream())
                .forEach(held -> walk(held, met));
    }

    private static Set<String> names(Stream<JavaClass> types) {
        var names = new TreeSet<String>();
        types.map(JavaClass::getName).forEach(names::add);
        return names;
    }
}
