package io.orderloom.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.core.StatusRules;
import io.orderloom.core.Transitions;
import io.orderloom.fact.Fact;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermutationTest {

    static List<String> names() {
        return List.copyOf(NamedHistories.all().keySet());
    }

    @Test
    void there_are_twenty_histories_or_more() {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(20);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_order_of_arrival_ends_in_the_same_state_and_messages(String name) {
        var facts = NamedHistories.named(name);
        var asTold = run(facts);

        int orders =
                Permutations.each(
                        facts,
                        name.hashCode(),
                        arrival -> {
                            var run = run(arrival);
                            assertThat(run.state())
                                    .as(() -> arrival(arrival))
                                    .isEqualTo(asTold.state());
                            assertThat(run.messages())
                                    .as(() -> arrival(arrival))
                                    .isEqualTo(asTold.messages());
                        });

        assertThat(orders).isGreaterThan(1);
        assertThat(asTold.replayed()).isEqualTo(asTold.state());
    }

    @ParameterizedTest
    @MethodSource("names")
    void repetitions_change_nothing(String name) {
        var facts = NamedHistories.named(name);
        var asTold = run(facts);
        var random = new SplittableRandom(name.hashCode());

        for (int i = 0; i < 200; i++) {
            var arrival =
                    Permutations.withRepetitions(Permutations.shuffled(facts, random), random);
            var run = run(arrival);

            assertThat(run.state()).as(() -> arrival(arrival)).isEqualTo(asTold.state());
            assertThat(run.messages()).as(() -> arrival(arrival)).isEqualTo(asTold.messages());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void an_order_only_ever_makes_legal_moves(String name) {
        var facts = NamedHistories.named(name);
        var random = new SplittableRandom(name.hashCode());

        for (int i = 0; i < 200; i++) {
            var run = new Run(facts.getFirst().orderId(), NamedHistories.profile());
            for (var fact : Permutations.shuffled(facts, random)) {
                var before = StatusRules.of(run.state());
                var after = StatusRules.of(run.ingest(fact).state());

                assertThat(Transitions.illegal(before, after))
                        .as(fact.provenance().key().toString())
                        .isEmpty();
            }
        }
    }

    private static Run run(List<Fact> facts) {
        return Run.of(NamedHistories.profile(), facts);
    }

    private static String arrival(List<Fact> facts) {
        return facts.stream().map(f -> f.provenance().key().kind()).toList().toString();
    }
}
