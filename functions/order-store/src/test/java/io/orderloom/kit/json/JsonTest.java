package io.orderloom.kit.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.orderloom.core.Change;
import io.orderloom.core.ChangeSet;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.Message;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.ExceptionLife;
import io.orderloom.exception.Fingerprint;
import io.orderloom.fact.Fact;
import io.orderloom.fault.Fault;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.sample.Samples;
import io.orderloom.task.Task;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {

    static Stream<Object> values() {
        var decided =
                (Decision.Apply)
                        OrderCore.decide(
                                OrderState.unheardOf(Samples.ORDER),
                                Samples.placed(),
                                Samples.PROFILE);
        var early =
                (Decision.Apply)
                        OrderCore.decide(
                                OrderState.unheardOf(Samples.ORDER),
                                Samples.cancelled(),
                                Samples.PROFILE);
        var test = placed(Samples.test(Samples.order()));
        return Stream.of(
                        Stream.of(
                                test,
                                Consequences.of(test).getFirst(),
                                Samples.order(),
                                Samples.personalData(),
                                PersonalData.NONE,
                                Samples.placed(),
                                Samples.posted("38.34"),
                                decided.changeSet(),
                                early.changeSet(),
                                OrderCore.evolve(
                                        OrderState.unheardOf(Samples.ORDER), decided.changeSet()),
                                OrderCore.evolve(
                                        OrderState.unheardOf(Samples.ORDER), early.changeSet()),
                                OrderState.unheardOf(Samples.ORDER),
                                new Task.InDoubt(1, 2, Samples.NOW, "time-out"),
                                ExceptionLife.opened(Samples.NOW, "met")
                                        .assign(
                                                new AuditEntry(Samples.NOW, "ada", "mine"),
                                                "grace"),
                                new Fault.RateLimited(Duration.ofMillis(1500), "429"),
                                new Amount(Money.of("1.10", "EUR"), Money.of("120", "JPY"))),
                        Consequences.of(decided.changeSet()).stream())
                .flatMap(stream -> stream);
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_read_back_as_it_was_written(Object value) {
        var json = Json.text(value);

        var back = Json.read(json, readAs(value));

        assertThat(back).isEqualTo(value);
        assertThat(Json.text(back)).isEqualTo(json);
    }

    private static ChangeSet placed(Order order) {
        return ((Decision.Apply)
                        OrderCore.decide(
                                OrderState.unheardOf(Samples.ORDER),
                                Samples.placed(order),
                                Samples.PROFILE))
                .changeSet();
    }

    /**
     * The previous version's JSON can still be read, and fields that it does not know are not
     * written.
     */
    @Test
    void the_mark_of_a_test_order_is_written_of_no_other_and_read_as_absent_elsewhere() {
        var ofOther = Json.text(placed(Samples.order()));
        var ofTest = Json.text(placed(Samples.test(Samples.order())));

        var older = Json.read(ofTest.replace(",\"mark\":\"TEST\"", ""), ChangeSet.class);

        assertThat(ofOther).doesNotContain("mark");
        assertThat(ofTest).contains("\"mark\":\"TEST\"");
        assertThat(older.mark()).isEmpty();
    }

    private static Class<?> readAs(Object value) {
        return Stream.<Class<?>>of(
                        Fact.class,
                        Message.class,
                        OrderState.class,
                        Task.class,
                        Fault.class,
                        ExceptionLife.class)
                .filter(type -> type.isInstance(value))
                .findFirst()
                .orElse(value.getClass());
    }

    @Test
    void an_order_is_written_without_what_it_does_not_have() {
        var json = Json.text(Samples.order());

        assertThat(json).doesNotContain("null", "gtin", "duties").contains("\"12.50 USD\"");
    }

    static Stream<Class<?>> sealedTypes() {
        return Stream.of(
                Fact.class,
                Change.class,
                Fault.class,
                Message.class,
                OrderState.class,
                Task.class,
                ExceptionLife.class);
    }

    @ParameterizedTest
    @MethodSource("sealedTypes")
    void every_case_of_a_sealed_type_has_a_name(Class<?> sealed) {
        var mixin =
                Arrays.stream(SealedTypes.class.getDeclaredClasses())
                        .filter(c -> c.getSimpleName().equals(sealed.getSimpleName() + "s"))
                        .findFirst()
                        .orElseThrow();

        var named =
                Arrays.stream(mixin.getAnnotation(JsonSubTypes.class).value())
                        .<Class<?>>map(JsonSubTypes.Type::value)
                        .toList();

        assertThat(named).containsExactlyInAnyOrderElementsOf(cases(sealed));
    }

    /** The records at the ends of a sealed type. */
    private static List<Class<?>> cases(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses())
                        .flatMap(c -> cases(c).stream())
                        .distinct()
                        .toList()
                : List.of(sealed);
    }

    @Test
    void every_type_that_json_meets_is_registered_for_native_executables() {
        var met = new HashSet<Class<?>>();
        Stream.concat(sealedTypes(), Stream.of(Order.class, PersonalData.class))
                .forEach(type -> walk(type, met));

        var registered =
                Set.of(ModelReflection.class.getAnnotation(RegisterForReflection.class).targets());

        var asText = List.of("Money", "Amount", "Currency", "OrderId", "FactKey", "Quantity");
        met.removeIf(type -> asText.contains(type.getSimpleName()));
        assertThat(registered).containsAll(met);
    }

    private static void walk(Type type, Set<Class<?>> met) {
        if (type instanceof ParameterizedType parameterized) {
            Arrays.stream(parameterized.getActualTypeArguments()).forEach(t -> walk(t, met));
            return;
        }
        if (!(type instanceof Class<?> c)
                || !c.getName().startsWith("io.orderloom")
                // Its text form is written and read by code, whatever its kind.
                || c == Fingerprint.class
                || !met.add(c)) {
            return;
        }
        if (c.isSealed()) {
            Arrays.stream(c.getPermittedSubclasses()).forEach(t -> walk(t, met));
        }
        if (c.isRecord()) {
            Arrays.stream(c.getRecordComponents()).forEach(r -> walk(r.getGenericType(), met));
        }
    }
}
