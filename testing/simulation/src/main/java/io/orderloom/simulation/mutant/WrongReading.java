package io.orderloom.simulation.mutant;

import io.orderloom.channel.ChannelAdapter;
import io.orderloom.channel.ChannelAdapter.Translation.Translated;
import io.orderloom.channel.ChannelSettings;
import io.orderloom.channel.Malformed;
import io.orderloom.channel.Webhook;
import io.orderloom.fact.Fact;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.PersonalData;
import io.orderloom.simulation.world.Tampering;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Mutants that read a channel's payloads wrongly. */
final class WrongReading {
    private WrongReading() {}

    private static Tampering by(BiFunction<Fact, PersonalData, Stream<Fact>> wrong) {
        return Seams.channel(channel ->
                new ChannelAdapter() {
                    @Override
                    public String platform() {
                        return channel.platform();
                    }

                    @Override
                    public boolean authentic(Webhook webhook, List<String> secrets) {
                        return channel.authentic(webhook, secrets);
                    }

                    @Override
                    public Optional<Malformed> malformed(Webhook webhook) {
                        return channel.malformed(webhook);
                    }

                    @Override
                    public Optional<Stranger> stranger(ChannelSettings settings, Webhook webhook) {
                        return channel.stranger(settings, webhook);
                    }

                    @Override
                    public String deliveryId(Webhook webhook) {
                        return channel.deliveryId(webhook);
                    }

                    @Override
                    public CardFree cardFree(Webhook webhook) {
                        return channel.cardFree(webhook);
                    }

                    @Override
                    public List<String> headersToKeep() {
                        return channel.headersToKeep();
                    }

                    @Override
                    public Translation translate(
                            ChannelSettings settings, Webhook webhook, String correlationId) {
                        return switch (channel.translate(settings, webhook, correlationId)) {
                            case Translated(var facts, var people) ->
                                    new Translated(
                                            facts.stream()
                                                    .flatMap(fact -> wrong.apply(fact, people))
                                                    .toList(),
                                            people);
                            case Translation.Unreadable unreadable -> unreadable;
                            case Translation.Unread other -> other;
                        };
                    }
                });
    }

    static Tampering withoutCancellations() {
        return by((fact, _) ->
                fact instanceof Fact.OrderCancelled ? Stream.empty() : Stream.of(fact));
    }

    /** Treats test orders as real orders. */
    static Tampering withoutTestFlag() {
        return by((fact, _) ->
                Stream.of(
                        fact instanceof Fact.OrderPlaced(var provenance, var order)
                                ? new Fact.OrderPlaced(
                                        provenance,
                                        with(
                                                order,
                                                new Order.Flags(
                                                        false,
                                                        order.flags().taxesIncluded(),
                                                        order.flags().taxExempt(),
                                                        order.flags().exchangeOf(),
                                                        order.flags().replaces()),
                                                order.lines()))
                                : fact));
    }

    /** Copies the buyer's name into the order's document. */
    static Tampering buyersInDocuments() {
        return by((fact, people) ->
                Stream.of(
                        fact instanceof Fact.OrderPlaced(var provenance, var order)
                                ? new Fact.OrderPlaced(
                                        provenance,
                                        with(
                                                order,
                                                order.flags(),
                                                order.lines().stream()
                                                        .map(line -> titled(line, people))
                                                        .toList()))
                                : fact));
    }

    private static Line titled(Line line, PersonalData people) {
        return new Line(
                line.lineId(),
                line.sourceLineId(),
                line.parentLineId(),
                line.type(),
                line.sku(),
                line.gtin(),
                "for " + people.name().orElse("nobody"),
                line.quantity(),
                line.uom(),
                line.unitPrice(),
                line.discountAllocations(),
                line.taxLines(),
                line.duties(),
                line.total(),
                line.requiresShipping());
    }

    private static Order with(Order order, Order.Flags flags, List<Line> lines) {
        return new Order(
                order.id(),
                order.channel(),
                order.references(),
                order.sourceRevision(),
                order.placedAt(),
                order.sellingZone(),
                order.businessDate(),
                flags,
                order.customer(),
                lines,
                order.discounts(),
                order.shippingCharges(),
                order.fulfilmentGroups(),
                order.orderTaxLines(),
                order.paymentStatus(),
                order.captured(),
                order.declared());
    }
}
