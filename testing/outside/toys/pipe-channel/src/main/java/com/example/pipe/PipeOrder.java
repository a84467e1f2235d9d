package com.example.pipe;

import io.orderloom.fact.Fact;
import io.orderloom.fact.FactKey;
import io.orderloom.fact.Provenance;
import io.orderloom.fact.Role;
import io.orderloom.money.Amount;
import io.orderloom.money.Money;
import io.orderloom.order.Channel;
import io.orderloom.order.Customer;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.PersonalData;
import io.orderloom.order.Quantity;
import io.orderloom.order.Totals;
import io.orderloom.source.Payload;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Translates lines of text to the canonical order. */
record PipeOrder(SourceInstance instance, Payload payload, String correlationId) {

    Statement statement(List<String> lines) {
        var header = lines.getFirst().split("\\|", -1);
        var id = new OrderId(instance.name(), header[1]);
        var placedAt = Instant.parse(header[2]);
        var order = order(id, placedAt, header[3], lines.subList(1, lines.size()));
        return Statement.of(
                List.of(
                        new Fact.OrderPlaced(
                                new Provenance(
                                        new FactKey(
                                                "pipe/" + instance.name(),
                                                Fact.OrderPlaced.KIND,
                                                id.channelOrderId(),
                                                "1"),
                                        Role.COMMERCE,
                                        placedAt,
                                        payload.receivedAt(),
                                        correlationId),
                                order)),
                PersonalData.NONE);
    }

    private Order order(OrderId id, Instant placedAt, String currency, List<String> rows) {
        var zero = amount(BigDecimal.ZERO, currency);
        var lines = new ArrayList<Line>();
        var total = BigDecimal.ZERO;
        for (var row : rows) {
            var parts = row.split("\\|", -1);
            var quantity = Integer.parseInt(parts[3]);
            var price = new BigDecimal(parts[4]);
            var sum = price.multiply(BigDecimal.valueOf(quantity));
            total = total.add(sum);
            lines.add(
                    new Line(
                            parts[1],
                            parts[1],
                            Optional.empty(),
                            Line.Type.PRODUCT,
                            Optional.of(parts[2]),
                            Optional.empty(),
                            parts[2],
                            Quantity.of(quantity),
                            Line.PIECE,
                            amount(price, currency),
                            List.of(),
                            List.of(),
                            List.of(),
                            amount(sum, currency),
                            true));
        }
        var sum = amount(total, currency);
        return new Order(
                id,
                new Channel(
                        Channel.Type.B2B_PORTAL,
                        "pipe",
                        instance.name(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                List.of(),
                placedAt.toString(),
                placedAt,
                instance.sellingZone(),
                placedAt.atZone(instance.sellingZone()).toLocalDate(),
                new Order.Flags(false, false, false, Optional.empty(), Optional.empty()),
                new Customer(Customer.Kind.GUEST, List.of()),
                lines,
                List.of(),
                List.of(),
                List.of(
                        new FulfilmentGroup(
                                FulfilmentGroup.Mode.SHIP,
                                Optional.empty(),
                                Optional.empty(),
                                lines.stream().map(Line::lineId).toList())),
                List.of(),
                PaymentStatus.PAID,
                sum,
                new Totals(sum, zero, zero, zero, sum));
    }

    private static Amount amount(BigDecimal value, String currency) {
        var money = Money.of(value.toPlainString(), currency);
        return new Amount(money, money);
    }
}
