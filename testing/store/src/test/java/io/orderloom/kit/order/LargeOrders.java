package io.orderloom.kit.order;

import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.Totals;
import io.orderloom.sample.Samples;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Orders of two thousand lines that hardly compress. */
final class LargeOrders {
    static final int LINES = 2_000;

    private LargeOrders() {}

    /** An order in which every line has another item and title, so that it hardly compresses. */
    static Order of(String id, int title, long seed) {
        return of(id, title, seed, Integer::toString);
    }

    static Order of(String id, int title, long seed, IntFunction<String> lineId) {
        var random = new SplittableRandom(seed);
        var sample = Samples.order();
        var tea = sample.lines().get(1);
        var total = Samples.usd("17285.40");
        return new Order(
                new OrderId("demo-shop", id),
                sample.channel(),
                sample.references(),
                sample.sourceRevision(),
                sample.placedAt(),
                sample.sellingZone(),
                sample.businessDate(),
                sample.flags(),
                sample.customer(),
                IntStream.rangeClosed(1, LINES)
                        .mapToObj(n -> line(tea, lineId.apply(n), title, random))
                        .toList(),
                List.of(),
                sample.shippingCharges(),
                List.of(),
                sample.orderTaxLines(),
                sample.paymentStatus(),
                total,
                new Totals(
                        Samples.usd("16000.00"),
                        Samples.usd("5.00"),
                        Samples.usd("0.00"),
                        Samples.usd("1280.40"),
                        total));
    }

    private static Line line(Line like, String id, int title, SplittableRandom random) {
        return new Line(
                id,
                Long.toString(random.nextLong(10_000_000_000_000L, 99_999_999_999_999L)),
                like.parentLineId(),
                like.type(),
                Optional.of(text(random, 9)),
                like.gtin(),
                text(random, title),
                like.quantity(),
                like.uom(),
                like.unitPrice(),
                like.discountAllocations(),
                like.taxLines(),
                like.duties(),
                like.total(),
                like.requiresShipping());
    }

    static String text(SplittableRandom random, int bytes) {
        var some = new byte[bytes];
        random.nextBytes(some);
        return Base64.getEncoder().encodeToString(some);
    }
}
