package io.orderloom.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTest {
    /** Sums the lengths of texts, and counts the additions. */
    private static final class Summing implements Measure<String, Integer> {
        private int additions;

        @Override
        public Integer empty() {
            return 0;
        }

        @Override
        public Integer of(String element) {
            return element.length();
        }

        @Override
        public Integer plus(Integer one, Integer other) {
            additions++;
            return one + other;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void it_equals_a_sorted_map_and_its_sum_is_that_of_all_values_seed(long seed) {
        var random = new SplittableRandom(seed);
        var map = new TreeMap<String, String>();
        var sorted = Sorted.of(List.<String>of(), new Summing());

        for (int i = 0; i < 2_000; i++) {
            var key = Integer.toString(random.nextInt(600));
            map.merge(key, key, (before, _) -> before + "+");
            sorted =
                    sorted.with(
                            known -> known.replace("+", "").compareTo(key),
                            () -> key,
                            known -> map.getOrDefault(key, known));
        }

        assertThat(sorted).containsExactlyElementsOf(map.values()).hasSameSizeAs(map.values());
        assertThat(sorted).isEqualTo(List.copyOf(map.values()));
        assertThat(sorted.get(17)).isEqualTo(List.copyOf(map.values()).get(17));
        assertThat(sorted.sum()).isEqualTo(map.values().stream().mapToInt(String::length).sum());
    }

    @Test
    void adding_to_a_hundred_thousand_values_costs_a_few_dozen_steps_in_any_order() {
        var keys = new ArrayList<>(IntStream.range(100_000, 200_000).boxed().toList());
        for (int way = 0; way < 2; way++) {
            Collections.reverse(keys);
            var steps = new Summing();
            var sorted = Sorted.of(List.<String>of(), steps);

            for (var key : keys) {
                int before = steps.additions;
                sorted = sorted.plus(key.toString(), Comparator.naturalOrder());
                assertThat(steps.additions - before).isLessThan(100);
            }

            assertThat(sorted).hasSize(100_000).isSorted();
        }
    }

    @Test
    void equal_values_keep_their_order_of_arrival() {
        var byLength = Comparator.comparingInt(String::length);

        var sorted =
                Sorted.of(List.<String>of())
                        .plus("bb", byLength)
                        .plus("a", byLength)
                        .plus("cc", byLength)
                        .plus("b", byLength);

        assertThat(sorted).containsExactly("a", "b", "bb", "cc");
    }

    @Test
    void copying_a_sorted_value_returns_the_same_object() {
        var sorted = Sorted.of(List.of("a", "b"));

        assertThat(Sorted.of(sorted)).isSameAs(sorted);
    }
}
