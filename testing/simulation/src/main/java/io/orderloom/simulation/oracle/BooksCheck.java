package io.orderloom.simulation.oracle;

import io.orderloom.erp.ErpDocument.State;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.erp.Sold;
import io.orderloom.simulation.oracle.Findings.Kind;
import io.orderloom.simulation.shop.SimulatedOrder;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Compares an ERP's documents with the order that the shop has: how many there are, and whether
 * lines, prices, discounts, taxes, shipping, currency and customer are those of the order.
 *
 * @param found receives each finding
 */
record BooksCheck(
        SimulatedOrder order,
        List<Entry> documents,
        boolean erased,
        BiConsumer<Kind, String> found) {

    void check(Promise promise) {
        if (documents.size() > 1) {
            found.accept(Kind.DOUBLED, "%d documents".formatted(documents.size()));
        }
        documents.forEach(this::content);
        switch (promise) {
            case BOOKED -> booked();
            case UNDONE -> undone();
            case KEPT_OUT, REFUSED -> nothing();
            case KEPT_OUT_OR_BOOKED -> {
                if (!documents.isEmpty()) {
                    booked();
                }
            }
            case UNHEARD -> {
                if (order.kind() == SimulatedOrder.Kind.CANCELLED) {
                    undone();
                } else {
                    nothing();
                }
            }
        }
    }

    private void booked() {
        if (documents.stream().noneMatch(entry -> entry.state() == State.CONFIRMED)) {
            found.accept(Kind.LOST, "not in the ERP: " + documents);
        }
    }

    private void undone() {
        if (documents.stream().anyMatch(entry -> entry.state() != State.CANCELLED)) {
            found.accept(Kind.UNNAMED, "cancelled, but the ERP keeps " + documents);
        }
    }

    private void nothing() {
        if (!documents.isEmpty()) {
            found.accept(Kind.UNNAMED, "%s, but the ERP has %s".formatted(order.kind(), documents));
        }
    }

    private void content(Entry document) {
        var sold = document.sold();
        money("total", order.total().shop(), document.total().minorUnits());
        money("shipping", order.shipping().shop(), sold.shipping());
        money("discounts", order.discounts().shop(), sum(sold, Sum.DISCOUNT));
        money("taxes", order.taxes().shop(), sum(sold, Sum.TAX) + sold.shippingTax());
        if (!sold.currency().equals(order.currencies().shop())) {
            found.accept(Kind.MONEY, "the ERP has it in " + sold.currency());
        }
        if (!sold.items().equals(items())) {
            found.accept(Kind.MONEY, "the ERP has the lines " + sold.items());
        }
        customer(sold);
    }

    private enum Sum {
        DISCOUNT,
        TAX
    }

    private static long sum(Sold sold, Sum of) {
        return sold.items().stream()
                .mapToLong(item ->
                        switch (of) {
                            case DISCOUNT -> item.discount();
                            case TAX -> item.tax();
                        })
                .sum();
    }

    private void money(String what, long expected, long booked) {
        if (expected != booked) {
            found.accept(
                    Kind.MONEY,
                    "%s: the ERP has %d, and it is %d".formatted(what, booked, expected));
        }
    }

    private List<Sold.Item> items() {
        return order.items().stream()
                .map(item ->
                        new Sold.Item(
                                item.sku(),
                                item.quantity(),
                                item.price().shop(),
                                item.discount().shop(),
                                item.tax().shop()))
                .toList();
    }

    /**
     * Checks the customer. An order whose data was erased may have been booked before that or after
     * it.
     */
    private void customer(Sold sold) {
        var buyer = order.buyer();
        boolean named =
                sold.customer().equals(buyer.name())
                        && sold.email().equals(buyer.email())
                        && sold.street().equals(buyer.street());
        boolean nameless = (sold.customer() + sold.email() + sold.street()).isEmpty();
        if (!named && !(erased && nameless)) {
            found.accept(
                    Kind.UNNAMED,
                    "the ERP's customer is '%s', '%s', '%s'"
                            .formatted(sold.customer(), sold.email(), sold.street()));
        }
    }
}
