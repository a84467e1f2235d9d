package io.orderloom.connector.odoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.fault.Fault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds products. Items of the master data are looked up and never created, because they belong to
 * Odoo. Products that stand for a kind of charge are created on demand.
 */
final class OdooItems {
    private static final String PRODUCT = "product.product";
    private static final String SKU = "default_code";
    private static final String GTIN = "barcode";

    private final Records records;

    OdooItems(Records records) {
        this.records = records;
    }

    CallResult<Map<Item, Long>> ids(Collection<Item> items, ResolvedIds known) {
        return coded(items)
                .then(coded ->
                        charges(items, known)
                                .map(charges -> {
                                    var all = new HashMap<Item, Long>(coded);
                                    all.putAll(charges);
                                    return all;
                                }));
    }

    private CallResult<Map<Item, Long>> coded(Collection<Item> items) {
        var skus = new ArrayList<Object>();
        var gtins = new ArrayList<Object>();
        for (var item : items) {
            switch (item) {
                case Item.Sku(var code) -> skus.add(code);
                case Item.Gtin(var code) -> gtins.add(code);
                case Item.Unnamed(var lineId) -> {
                    return CallResult.missed(
                            new Fault.Rejected(
                                    "missing_item",
                                    lineId,
                                    "lines[%s].sku: the item has neither a SKU nor a GTIN"
                                            .formatted(lineId)));
                }
                case Item.Charge _ -> {}
            }
        }
        return products(SKU, skus)
                .then(bySku ->
                        products(GTIN, gtins)
                                .then(byGtin ->
                                        matched(
                                                items,
                                                Stream.concat(bySku.stream(), byGtin.stream())
                                                        .toList())));
    }

    private CallResult<List<JsonNode>> products(String field, List<Object> codes) {
        return codes.isEmpty()
                ? CallResult.given(List.of())
                : records.read(
                        PRODUCT,
                        List.of(List.of(field, "in", codes), List.of("sale_ok", "=", true)),
                        List.of(SKU, GTIN));
    }

    /** Finds the one product for each item. Pure. */
    static CallResult<Map<Item, Long>> matched(Collection<Item> items, List<JsonNode> products) {
        var ids = new HashMap<Item, Long>();
        for (var item : items) {
            var fits =
                    products.stream()
                            .filter(product -> fits(item, product))
                            .map(product -> product.path("id").asLong())
                            .distinct()
                            .toList();
            if (item instanceof Item.Charge) {
                continue;
            }
            if (fits.size() != 1) {
                return CallResult.missed(unfit(item, fits.size()));
            }
            ids.put(item, fits.getFirst());
        }
        return CallResult.given(ids);
    }

    private static boolean fits(Item item, JsonNode product) {
        return switch (item) {
            case Item.Sku(var code) -> product.path(SKU).asText().equals(code);
            case Item.Gtin(var code) -> product.path(GTIN).asText().equals(code);
            case Item.Unnamed _, Item.Charge _ -> false;
        };
    }

    private static Fault unfit(Item item, int count) {
        var code =
                switch (item) {
                    case Item.Sku(var sku) -> sku;
                    case Item.Gtin(var gtin) -> gtin;
                    case Item.Unnamed(var lineId) -> lineId;
                    case Item.Charge charge -> charge.title();
                };
        var field = item instanceof Item.Gtin ? GTIN : SKU;
        return count == 0
                ? new Fault.Rejected(
                        "unknown_item",
                        code,
                        "lines.sku: Odoo sells no product whose %s is '%s'".formatted(field, code))
                : new Fault.Rejected(
                        "ambiguous_item",
                        code,
                        "lines.sku: %d products of Odoo have the %s '%s'"
                                .formatted(count, field, code));
    }

    private CallResult<Map<Item.Charge, Long>> charges(Collection<Item> items, ResolvedIds known) {
        return records.ensure(
                PRODUCT,
                charges(items),
                Item.Charge::xid,
                known,
                missing -> CallResult.given(table(missing)));
    }

    static Set<Item.Charge> charges(Collection<Item> items) {
        return items.stream()
                .flatMap(item ->
                        item instanceof Item.Charge charge ? Stream.of(charge) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static Call.Table table(List<Item.Charge> charges) {
        return new Call.Table(
                List.of("id", "name", "type", "invoice_policy", "purchase_ok", "taxes_id/.id"),
                charges.stream()
                        .map(charge ->
                                List.of(
                                        charge.xid().toString(),
                                        charge.title(),
                                        "service",
                                        "order",
                                        "False",
                                        ""))
                        .toList());
    }
}
