package io.orderloom.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
    private static final Currency USD = new Currency("USD");

    @Test
    void an_odd_cent_goes_to_the_first_of_equals() {
        var whole = Money.of("10.00", "USD");

        var parts = Allocation.byLargestRemainder(whole, List.of(1L, 1L, 1L));

        assertThat(parts)
                .containsExactly(
                        Money.of("3.34", "USD"), Money.of("3.33", "USD"), Money.of("3.33", "USD"));
    }

    @Test
    void weights_of_zero_share_equally() {
        var parts = Allocation.byLargestRemainder(new Money(3, USD), List.of(0L, 0L));

        assertThat(parts).containsExactly(new Money(2, USD), new Money(1, USD));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void parts_add_up_to_the_whole_and_differ_from_their_share_by_less_than_a_unit(long seed) {
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            var whole = new Money(random.nextLong(-1_000_000, 1_000_000), USD);
            var weights =
                    IntStream.range(0, random.nextInt(1, 30))
                            .mapToObj(_ -> random.nextLong(0, 10_000))
                            .toList();

            var parts = Allocation.byLargestRemainder(whole, weights);

            assertThat(Money.sum(parts, USD)).isEqualTo(whole);
            long sum = weights.stream().mapToLong(w -> w).sum();
            for (int i = 0; sum > 0 && i < parts.size(); i++) {
                long exactTimesSum = whole.minorUnits() * weights.get(i);
                assertThat(Math.abs(parts.get(i).minorUnits() * sum - exactTimesSum))
                        .isLessThan(sum);
            }
        }
    }
}
