package io.orderloom.simulation.mutant;

import io.orderloom.core.Revision;
import io.orderloom.fact.Fact;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.PaymentStatus;
import io.orderloom.order.PersonalData;
import io.orderloom.reference.References;
import io.orderloom.simulation.world.Tampering;
import io.orderloom.source.Malformed;
import io.orderloom.source.Payload;
import io.orderloom.source.Source.Translation;
import io.orderloom.source.Source.Translation.Stated;
import io.orderloom.source.SourceInstance;
import io.orderloom.source.Statement;
import io.orderloom.source.SystemRole;
import io.orderloom.source.WebhookSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Mutants that read a channel's payloads wrongly. */
final class WrongReading {
    private WrongReading() {}

    private static Tampering by(BiFunction<Fact, PersonalData, Stream<Fact>> wrong) {
        return Seams.channel(channel ->
                new WebhookSource() {
                    @Override
                    public String name() {
                        return channel.name();
                    }

                    @Override
                    public SystemRole role() {
                        return channel.role();
                    }

                    @Override
                    public boolean accepts(String contentType) {
                        return channel.accepts(contentType);
                    }

                    @Override
                    public boolean authentic(Payload webhook, List<String> secrets) {
                        return channel.authentic(webhook, secrets);
                    }

                    @Override
                    public Optional<Malformed> malformed(Payload webhook) {
                        return channel.malformed(webhook);
                    }

                    @Override
                    public Optional<Stranger> stranger(SourceInstance settings, Payload webhook) {
                        return channel.stranger(settings, webhook);
                    }

                    @Override
                    public String deliveryId(Payload webhook) {
                        return channel.deliveryId(webhook);
                    }

                    @Override
                    public CardFree cardFree(Payload webhook) {
                        return channel.cardFree(webhook);
                    }

                    @Override
                    public List<String> headersToKeep() {
                        return channel.headersToKeep();
                    }

                    @Override
                    public Translation translate(
                            SourceInstance settings,
                            Payload webhook,
                            References references,
                            String correlationId) {
                        return switch (channel.translate(
                                settings, webhook, references, correlationId)) {
                            case Stated(var statements) ->
                                    stated(
                                            statements.stream()
                                                    .flatMap(one -> misread(one, wrong))
                                                    .toList());
                            case Translation.Unreadable unreadable -> unreadable;
                            case Translation.Described described -> described;
                            case Translation.Silent silent -> silent;
                            case Translation.Unread other -> other;
                        };
                    }
                });
    }

    /** A payload without any facts left counts as one that is not read. */
    private static Translation stated(List<Statement> statements) {
        return statements.isEmpty() ? new Translation.Unread("") : new Stated(statements);
    }

    private static Stream<Statement> misread(
            Statement statement, BiFunction<Fact, PersonalData, Stream<Fact>> wrong) {
        var people = statement.personalData();
        var facts = statement.facts().stream().flatMap(fact -> wrong.apply(fact, people)).toList();
        return facts.isEmpty() ? Stream.empty() : Stream.of(Statement.of(facts, people));
    }

    static Tampering withoutCancellations() {
        return by((fact, _) ->
                fact instanceof Fact.OrderCancelled ? Stream.empty() : Stream.of(fact));
    }

    /** Takes an order that nobody has paid for one that is paid. */
    static Tampering payingForAll() {
        return by((fact, _) ->
                Stream.of(
                        fact instanceof Fact.OrderPlaced(var provenance, var order)
                                ? new Fact.OrderPlaced(provenance, paid(order))
                                : fact));
    }

    /** Overlooks that an order was paid after it was placed. */
    static Tampering withoutPayments() {
        return by((fact, _) ->
                fact instanceof Fact.OrderPlaced(_, var order)
                                && Revision.instant(order.sourceRevision())
                                        .filter(order.placedAt()::isBefore)
                                        .isPresent()
                        ? Stream.empty()
                        : Stream.of(fact));
    }

    private static Order paid(Order o) {
        return new Order(
                o.id(),
                o.channel(),
                o.references(),
                o.sourceRevision(),
                o.placedAt(),
                o.sellingZone(),
                o.businessDate(),
                o.flags(),
                o.customer(),
                o.lines(),
                o.discounts(),
                o.shippingCharges(),
                o.fulfilmentGroups(),
                o.orderTaxLines(),
                PaymentStatus.PAID,
                o.declared().total(),
                o.declared(),
                o.payments(),
                o.adjustments(),
                o.holds(),
                o.residuals());
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
