package io.orderloom.money;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits an amount so that the parts always add up to the whole. */
public final class Allocation {
    private Allocation() {}

    /**
     * Splits by largest remainder; ties go by position.
     *
     * @param weights none negative; when all are zero the parts are as equal as they can be
     * @return as many parts as there are weights, in their order
     * @throws IllegalArgumentException if there is no weight or one is negative
     */
    public static List<Money> byLargestRemainder(Money whole, List<Long> weights) {
        if (weights.isEmpty() || weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException(
                    "weights are one or more, none negative: " + weights);
        }
        var shares = weights.stream().allMatch(w -> w == 0) ? equal(weights.size()) : weights;
        var sum = shares.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        var size = BigInteger.valueOf(whole.minorUnits()).abs();

        var parts = new long[shares.size()];
        var remainders = new ArrayList<BigInteger>();
        var left = size;
        for (int i = 0; i < parts.length; i++) {
            var divided = size.multiply(BigInteger.valueOf(shares.get(i))).divideAndRemainder(sum);
            parts[i] = divided[0].longValueExact();
            remainders.add(divided[1]);
            left = left.subtract(divided[0]);
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.longValueExact())
                .forEach(i -> parts[i]++);

        int sign = whole.isNegative() ? -1 : 1;
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Money(sign * parts[i], whole.currency()))
                .toList();
    }

    private static List<Long> equal(int size) {
        return IntStream.range(0, size).mapToObj(_ -> 1L).toList();
    }
}
