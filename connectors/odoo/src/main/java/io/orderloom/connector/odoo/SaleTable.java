package io.orderloom.connector.odoo;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sales order as a table for {@code load}, with an external id for the order and for each line.
 * Pure.
 */
final class SaleTable {
    private static final List<String> ORDER_FIELDS =
            List.of(
                    "id",
                    "company_id/.id",
                    "partner_id/.id",
                    "partner_invoice_id/.id",
                    "partner_shipping_id/.id",
                    "pricelist_id/.id",
                    "date_order",
                    "client_order_ref",
                    "origin");
    private static final List<String> LINE_FIELDS =
            Stream.of(
                            "id",
                            "sequence",
                            "product_id/.id",
                            "name",
                            "product_uom_qty",
                            "price_unit",
                            "discount",
                            "tax_ids/.id",
                            "extra_tax_data")
                    .map(field -> "order_line/" + field)
                    .toList();

    private SaleTable() {}

    static Call.Table of(Booking booking, ExternalId id, List<SaleLine> lines, SaleIds references) {
        return table(ORDER_FIELDS, order(booking, id, references), id, lines, references);
    }

    /** For an order that exists: writing its head would make Odoo drop the taxes of the lines. */
    static Call.Table linesOnly(ExternalId id, List<SaleLine> lines, SaleIds references) {
        return table(List.of("id"), List.of(Xid.of(id).toString()), id, lines, references);
    }

    private static Call.Table table(
            List<String> fields,
            List<String> order,
            ExternalId id,
            List<SaleLine> lines,
            SaleIds references) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < lines.size(); i++) {
            var head = i == 0 ? order : Collections.nCopies(fields.size(), "");
            rows.add(both(head, line(id, i, lines.get(i), references)));
        }
        return new Call.Table(both(fields, LINE_FIELDS), rows);
    }

    private static List<String> order(Booking booking, ExternalId id, SaleIds references) {
        var order = booking.order();
        return List.of(
                Xid.of(id).toString(),
                Long.toString(references.company()),
                Long.toString(references.customer()),
                Long.toString(references.invoiceTo()),
                Long.toString(references.shipTo()),
                Long.toString(references.pricelist()),
                date(order.businessDate()),
                OdooOrders.reference(order),
                order.id().toString());
    }

    /** Noon in UTC, which has the same date in almost every time zone of a user of Odoo. */
    static String date(LocalDate businessDate) {
        return businessDate + " 12:00:00";
    }

    private static List<String> line(ExternalId id, int index, SaleLine line, SaleIds references) {
        var taxes = taxes(line, references);
        return List.of(
                Xid.of(id.part(line.part())).toString(),
                Integer.toString(index + 1),
                Long.toString(references.product(line.item())),
                line.description(),
                line.quantity().toString(),
                line.unitPrice().decimal().toPlainString(),
                "0",
                taxes.keySet().stream().map(String::valueOf).collect(Collectors.joining(",")),
                taxes.isEmpty() ? "" : stated(line, taxes, references.currency()));
    }

    /** Two stated taxes may be the same one in Odoo. */
    private static Map<Long, Money> taxes(SaleLine line, SaleIds references) {
        var taxes = new TreeMap<Long, Money>();
        line.taxes()
                .forEach((tax, amount) -> taxes.merge(references.tax(tax), amount, Money::plus));
        return taxes;
    }

    /**
     * The amounts that Odoo's tax engine is to use as given. It does so as long as price, quantity,
     * discount, currency and taxes of the line are those stated here.
     */
    private static String stated(SaleLine line, Map<Long, Money> taxes, long currency) {
        var untaxed = line.untaxed().decimal();
        var amounts = new LinkedHashMap<String, Object>();
        taxes.forEach((tax, amount) ->
                amounts.put(
                        tax.toString(),
                        Map.of(
                                "tax_amount_currency",
                                amount.decimal(),
                                "base_amount_currency",
                                untaxed)));
        return OdooClient.json(
                Map.of(
                        "currency_id",
                        currency,
                        "price_unit",
                        line.unitPrice().decimal(),
                        "quantity",
                        line.quantity().value(),
                        "discount",
                        BigDecimal.ZERO,
                        "manual_total_excluded_currency",
                        untaxed,
                        "manual_tax_amounts",
                        amounts));
    }

    private static List<String> both(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
