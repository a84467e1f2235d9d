package io.orderloom.connector.shopify;

import io.orderloom.connector.kit.json.JsonField;
import io.orderloom.connector.kit.product.Gtin;
import io.orderloom.reference.Reference;
import io.orderloom.reference.ReferenceKey;
import io.orderloom.reference.References;
import io.orderloom.source.SourceInstance;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The article numbers of a shop's products: what {@code products/create} and {@code
 * products/update} say of each variant, for lines of orders that name a variant and no SKU (Shopify
 * Admin API, {@code Product}).
 *
 * @param known the products that the lines refer to, by id
 */
record ShopifyProducts(Map<String, Reference> known) {
    private static final String KIND = "product";
    private static final String SKU = "sku.";
    private static final String GTIN = "gtin.";

    /**
     * The numbers by which other systems know what a line sells.
     *
     * @param gtin empty if the SKU was stated by the line itself, which then decides alone
     */
    record Numbers(Optional<String> sku, Optional<String> gtin) {}

    /** Looks up the products of all lines that state no SKU, in one request or none. */
    static ShopifyProducts of(
            SourceInstance instance, List<JsonField> lines, References references) {
        var wanted =
                lines.stream()
                        .filter(line -> line.at("sku").text().isEmpty())
                        .filter(line -> line.at("variant_id").present())
                        .flatMap(line -> line.at("product_id").text().stream())
                        .filter(ShopifyOrders::isIdentifier)
                        .map(id -> key(instance, id))
                        .collect(Collectors.toSet());
        if (wanted.isEmpty()) {
            return new ShopifyProducts(Map.of());
        }
        return new ShopifyProducts(
                references.find(wanted).values().stream()
                        .collect(Collectors.toMap(found -> found.key().id(), found -> found)));
    }

    Numbers numbers(JsonField line) {
        var stated = line.at("sku").text();
        var variant = line.at("variant_id").text();
        if (stated.isPresent() || variant.isEmpty() || line.at("gift_card").isTrue()) {
            // A gift card without a code of its own is a debt, for which each ERP has an item.
            return new Numbers(stated, Optional.empty());
        }
        var product = line.at("product_id").text().map(known::get);
        var sku = product.flatMap(one -> one.value(SKU + variant.get()));
        var gtin = product.flatMap(one -> one.value(GTIN + variant.get()));
        return sku.isPresent() || gtin.isPresent()
                ? new Numbers(sku, gtin)
                : new Numbers(variant.map(id -> "variant-" + id), Optional.empty());
    }

    /**
     * The description in a product's body. A barcode that is no GTIN is the shop's own and left
     * out.
     *
     * @param receivedAt stands for a time of change that the body does not state
     */
    static Reference described(SourceInstance instance, JsonField product, Instant receivedAt) {
        var values = new HashMap<String, String>();
        JsonField.distinct(product.at("variants").elements())
                .forEach(variant -> {
                    var id = ShopifyOrders.identifier(variant.at("id"));
                    variant.at("sku").text().ifPresent(sku -> values.put(SKU + id, sku));
                    variant.at("barcode")
                            .text()
                            .filter(Gtin::isOne)
                            .ifPresent(gtin -> values.put(GTIN + id, gtin));
                });
        return new Reference(
                key(instance, ShopifyOrders.identifier(product.at("id"))),
                product.at("updated_at").instant().orElse(receivedAt),
                values);
    }

    private static ReferenceKey key(SourceInstance instance, String product) {
        return new ReferenceKey(instance.name(), KIND, product);
    }
}
