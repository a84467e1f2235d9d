package io.orderloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.history.NamedHistories;
import io.orderloom.history.World;
import io.orderloom.kit.json.Json;
import io.orderloom.sample.Samples;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas describe the shared samples, and all that the core makes of them. */
class SamplesTest {
    private static final ObjectMapper PLAIN = new ObjectMapper();
    private static final Map<String, Validation> VALIDATIONS = new ConcurrentHashMap<>();

    static Stream<Object> values() {
        var values = new ArrayList<>(samples().filter(value -> kept(value).isPresent()).toList());
        NamedHistories.all()
                .values()
                .forEach(facts -> {
                    values.addAll(made(facts));
                    values.addAll(made(facts.reversed()));
                });
        return values.stream();
    }

    /** The test's name contains the seed, so that a failure can be repeated. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_drawn_life_of_an_order_is_written_as_its_schemas_describe(long seed) throws IOException {
        for (var value : made(World.history(seed).facts())) {
            a_sample_is_written_as_its_schema_describes(value);
        }
    }

    private static Stream<Object> samples() {
        return Arrays.stream(Samples.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() == 0)
                .sorted(Comparator.comparing(Method::getName))
                .map(SamplesTest::call);
    }

    private static Object call(Method method) {
        try {
            return method.invoke(null);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(method.getName(), impossible);
        }
    }

    /** All values that the core makes of the facts in this order, whichever of them it accepts. */
    private static List<Object> made(List<Fact> facts) {
        var made = new ArrayList<Object>(facts);
        var state = OrderState.unheardOf(facts.getFirst().orderId());
        for (var fact : facts) {
            switch (OrderCore.decide(state, fact, Samples.PROFILE)) {
                case Decision.Apply(var changeSet) -> {
                    state = OrderCore.evolve(state, changeSet);
                    made.add(changeSet);
                    made.addAll(Consequences.of(changeSet));
                    made.add(state);
                }
                case Decision.Refuse(var exception) -> made.add(exception);
            }
        }
        return made;
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_sample_is_written_as_its_schema_describes(Object value) throws IOException {
        var validation = validation(kept(value).orElseThrow());

        var written = PLAIN.readTree(Json.bytes(value));

        assertThat(validation.errors(written)).isEmpty();
    }

    private static Validation validation(Kept kept) {
        return VALIDATIONS.computeIfAbsent(
                kept.name(), name -> Validation.closed(Committed.CONTRACTS.schema(name).json()));
    }

    private static Optional<Kept> kept(Object value) {
        return Kept.ALL.stream().filter(kept -> kept.type().isInstance(value)).findFirst();
    }
}
