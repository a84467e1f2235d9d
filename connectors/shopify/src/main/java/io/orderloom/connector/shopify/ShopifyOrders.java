package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.json.Quoted;
import io.orderloom.order.FulfilmentGroup;
import io.orderloom.order.FulfilmentGroup.Mode;
import io.orderloom.order.Line;
import io.orderloom.order.Order;
import io.orderloom.order.OrderId;
import io.orderloom.order.ShippingCharge;
import io.orderloom.order.Totals;
import io.orderloom.reference.References;
import io.orderloom.source.SourceInstance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Maps Shopify's order to the canonical order. Pure. */
record ShopifyOrders(SourceInstance settings, JsonField payload) {
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    OrderId id() {
        return new OrderId(settings.name(), identifier(payload.at("id")));
    }

    /** Reads an id that can be part of keys. */
    static String identifier(JsonField field) {
        var id = field.required();
        if (!isIdentifier(id)) {
            throw field.unfit("%s is no id".formatted(Quoted.of(id)));
        }
        return id;
    }

    static boolean isIdentifier(String id) {
        return IDENTIFIER.matcher(id).matches();
    }

    Order order(References references) {
        var money = ShopifyMoney.of(payload);
        boolean included = payload.at("taxes_included").isTrue();
        var items = JsonField.distinct(payload.at("line_items").requiredElements());
        var placedAt = placedAt();
        if (items.isEmpty()) {
            throw payload.at("line_items").unfit("is empty: an order has lines");
        }
        var shippingLines =
                JsonField.distinct(payload.at("shipping_lines").elements()).stream()
                        .filter(line -> !line.at("is_removed").isTrue())
                        .toList();
        var discounts = ShopifyDiscounts.of(payload, money, items, shippingLines);
        var products = ShopifyProducts.of(settings, items, references);
        var reader = new ShopifyLines(payload, money, products, included);
        var lines = reader.lines(items, discounts);
        var charges = reader.charges(shippingLines, discounts);
        var payments = new ShopifyPayments(payload, money);
        var people = new ShopifyPeople(payload);
        var taxes = new ShopifyTaxes(lines, charges);
        var ofWhole = taxes.ofWholeOrder(payload, reader, money);
        var order =
                new Order(
                        id(),
                        people.channel(settings.name()),
                        people.references(),
                        payload.at("updated_at").text().orElse("1"),
                        placedAt,
                        settings.sellingZone(),
                        placedAt.atZone(settings.sellingZone()).toLocalDate(),
                        new Order.Flags(
                                payload.at("test").isTrue(),
                                included,
                                payload.at("tax_exempt").isTrue(),
                                Optional.empty(),
                                Optional.empty()),
                        people.customer(),
                        lines,
                        discounts.applications(),
                        charges,
                        groups(lines, charges),
                        ofWhole,
                        payments.status(),
                        payments.captured(),
                        totals(money),
                        List.of(),
                        List.of(),
                        List.of(),
                        taxes.rounding(ofWhole, totals(money)));
        new StatedParts(payload, money, order).check();
        return new ShopifyRemovals(payload, money).from(order);
    }

    Instant placedAt() {
        return payload.at("processed_at")
                .instant()
                .or(() -> payload.at("created_at").instant())
                .orElseThrow(() -> payload.at("created_at").unfit("is missing"));
    }

    private Totals totals(ShopifyMoney money) {
        var shipping = payload.at("total_shipping_price_set");
        return new Totals(
                money.atLeastNothing(payload, "subtotal_price"),
                ShopifyMoney.notNegative(shipping, money.set(shipping).orElseGet(money::zero)),
                money.atLeastNothing(payload, "total_discounts"),
                money.atLeastNothing(payload, "total_tax"),
                money.price(payload, "total_price"));
    }

    private List<FulfilmentGroup> groups(List<Line> lines, List<ShippingCharge> charges) {
        var groups = new ArrayList<FulfilmentGroup>();
        var shipped = ids(lines, true);
        if (!shipped.isEmpty()) {
            groups.add(group(pickedUp(charges) ? Mode.PICKUP : Mode.SHIP, shipped));
        }
        var digital = ids(lines, false);
        if (!digital.isEmpty()) {
            groups.add(group(Mode.DIGITAL, digital));
        }
        return List.copyOf(groups);
    }

    private boolean pickedUp(List<ShippingCharge> charges) {
        return (charges.isEmpty() && !payload.at("shipping_address").present())
                || charges.stream()
                        .flatMap(charge -> charge.code().stream())
                        .anyMatch(code -> code.equalsIgnoreCase("pickup"));
    }

    private static List<String> ids(List<Line> lines, boolean shipped) {
        return lines.stream()
                .filter(line ->
                        line.type() == Line.Type.PRODUCT || line.type() == Line.Type.GIFT_CARD)
                .filter(line -> line.requiresShipping() == shipped)
                .map(Line::lineId)
                .toList();
    }

    private static FulfilmentGroup group(Mode mode, List<String> lineIds) {
        return new FulfilmentGroup(mode, Optional.empty(), Optional.empty(), lineIds);
    }
}
