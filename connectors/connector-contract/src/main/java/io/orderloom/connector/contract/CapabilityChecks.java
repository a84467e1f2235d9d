package io.orderloom.connector.contract;

import static io.orderloom.connector.contract.Basket.taxes;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.erp.Erp;
import io.orderloom.erp.Erp.Absent;
import io.orderloom.erp.Erp.Booked;
import io.orderloom.erp.Erp.Failed;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.OrderId;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Verifies what a connector declares. A capability that it has must work; one that it lacks must be
 * refused with a rejection that names it, and work that is done all the same fails.
 *
 * @param has what the connector declares
 * @param postingDate the day under which the ERP itself has an order's document
 * @param orders gives a new order each time
 */
record CapabilityChecks(
        Erp erp,
        Set<ErpCapability> has,
        Function<OrderId, LocalDate> postingDate,
        Supplier<OrderId> orders) {
    private static final LocalDate LONG_AGO = LocalDate.of(2024, 2, 29);

    void verify(ErpCapability capability) {
        var order = orders.get();
        switch (capability) {
            case CANCEL -> cancels(order);
            case MIXED_TAX_INCLUSION ->
                    books(
                            capability,
                            order,
                            Basket.of("tax in one price and added to another", "USD", true)
                                    .line("MUG-01", 1, "12.00", taxes("VAT 0.2 2.00"))
                                    .taxesIncluded(false)
                                    .line("TEA-07", 1, "10.00", taxes("Tax 0.07 0.70")));
            case FOREIGN_CURRENCY ->
                    books(
                            capability,
                            order,
                            Basket.of("another currency than the books'", "EUR", true)
                                    .line("MUG-01", 1, "12.00", taxes("VAT 0.2 2.00")));
            case BACKDATING -> isDated(order);
            case UNITS_OF_MEASURE ->
                    books(
                            capability,
                            order,
                            Basket.of("kilograms", "USD", false)
                                    .unit("KGM")
                                    .line("TEA-07", 2, "7.99", taxes()));
            case CONCLUSIVE_LOOK_UP -> tellsAbsence(order);
            case AMEND, DELIVER, INVOICE, CREDIT, RETURN, REGISTER_PAYMENT ->
                    assertThat(has)
                            .as("the port has no operation for it, so a connector lacks it")
                            .doesNotContain(capability);
        }
    }

    private void cancels(OrderId order) {
        var id = ExternalId.salesOrder(order);
        erp.post(ErpContract.basket().booking(order), id);

        var answer = erp.cancel(id, "customer");

        if (has.contains(ErpCapability.CANCEL)) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Booked.class,
                            booked ->
                                    assertThat(booked.document().state())
                                            .isEqualTo(ErpDocument.State.CANCELLED));
        } else {
            isRefused(ErpCapability.CANCEL, answer);
        }
    }

    private void isDated(OrderId order) {
        var booked = books(ErpCapability.BACKDATING, order, ErpContract.basket().on(LONG_AGO));
        if (booked) {
            assertThat(postingDate.apply(order)).isEqualTo(LONG_AGO);
        }
    }

    private void tellsAbsence(OrderId order) {
        var answer = erp.find(ExternalId.salesOrder(order));

        if (has.contains(ErpCapability.CONCLUSIVE_LOOK_UP)) {
            assertThat(answer).isEqualTo(new Absent());
        } else {
            isRefused(ErpCapability.CONCLUSIVE_LOOK_UP, answer);
        }
    }

    private boolean books(ErpCapability capability, OrderId order, Basket basket) {
        var booking = basket.booking(order);

        var answer = erp.post(booking, ExternalId.salesOrder(order));

        boolean able = has.contains(capability);
        if (able) {
            assertThat(answer)
                    .isInstanceOfSatisfying(
                            Booked.class,
                            booked ->
                                    assertThat(booked.document().total())
                                            .isEqualTo(booking.total()));
        } else {
            isRefused(capability, answer);
        }
        return able;
    }

    private static void isRefused(ErpCapability capability, Object answer) {
        assertThat(answer)
                .as("the connector says that it lacks " + capability.label())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed ->
                                assertThat(failed.fault())
                                        .isInstanceOfSatisfying(
                                                Fault.Rejected.class,
                                                rejected -> {
                                                    assertThat(rejected.reason())
                                                            .isEqualTo(ErpCapability.NOT_SUPPORTED);
                                                    assertThat(rejected.subject())
                                                            .isEqualTo(capability.label());
                                                }));
    }
}
