package io.orderloom.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderloom.core.Consequences;
import io.orderloom.core.Decision;
import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.fact.Fact;
import io.orderloom.kit.json.Json;
import io.orderloom.sample.Samples;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shared samples, and all that the core makes of them, are what the schemas describe. */
class SamplesTest {

    static Stream<Object> values() {
        var values = new ArrayList<>(samples().filter(value -> kept(value).isPresent()).toList());
        var facts = values.stream().filter(Fact.class::isInstance).map(Fact.class::cast).toList();
        values.addAll(made(facts));
        values.addAll(made(facts.reversed()));
        return values.stream();
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

    /** What the core makes of facts one after another, whichever of them it takes. */
    private static List<Object> made(List<Fact> facts) {
        var made = new ArrayList<>();
        var state = OrderState.unheardOf(Samples.ORDER);
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
        var schema = Committed.CONTRACTS.schema(kept(value).orElseThrow().name());

        var written = new ObjectMapper().readTree(Json.bytes(value));

        assertThat(Validation.closed(schema.json()).errors(written)).isEmpty();
    }

    private static Optional<Kept> kept(Object value) {
        return Kept.ALL.stream().filter(kept -> kept.type().isInstance(value)).findFirst();
    }
}
