package io.orderloom.connector.contract;

import static io.orderloom.connector.contract.Basket.taxes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderloom.erp.Erp;
import io.orderloom.erp.Erp.Absent;
import io.orderloom.erp.Erp.Booked;
import io.orderloom.erp.Erp.Failed;
import io.orderloom.erp.Erp.PostAnswer;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpDocument;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.order.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every ERP behind the port has to keep; each adapter's test extends this class. */
public abstract class ErpContract {
    private static final AtomicInteger ORDERS = new AtomicInteger();

    /** The currency of the books in which the tests are booked. */
    private static final String OF_THE_BOOKS = "USD";

    protected abstract ErpConnector connector();

    protected abstract Erp erp();

    /** The day under which the ERP itself has the document of the order. */
    protected abstract LocalDate postingDate(OrderId order);

    /** The number of documents for the order as the ERP itself counts them. */
    protected abstract long documents(OrderId order);

    /** The number of lines in all of these. */
    protected abstract long lines(OrderId order);

    /** A new order each time, because an ERP may keep what earlier runs booked. */
    protected static OrderId newOrder() {
        return new OrderId(
                "contract", Instant.now().toEpochMilli() + "-" + ORDERS.incrementAndGet());
    }

    protected static Basket basket() {
        return Basket.of("two lines, a discount, shipping", "USD", false)
                .line("MUG-01", 3, "12.50", taxes("NYC_tax 0.08875 3.03"), "3.33")
                .line("TEA-07", 1, "7.99", taxes("NYC_tax 0.08875 0.71"))
                .shipping("5.95", taxes("NYC_tax 0.08875 0.53"));
    }

    @Test
    void an_order_becomes_one_confirmed_document() {
        var order = newOrder();
        var booking = basket().booking(order);

        var answer = erp().post(booking, ExternalId.salesOrder(order));

        assertThat(answer)
                .asInstanceOf(type(Booked.class))
                .extracting(Booked::document)
                .satisfies(document -> {
                    assertThat(document.state()).isEqualTo(ErpDocument.State.CONFIRMED);
                    assertThat(document.total()).isEqualTo(booking.total());
                    assertThat(document.number()).isNotBlank();
                    assertThat(document.reference().system()).isEqualTo(erp().name());
                });
        assertThat(documents(order)).isEqualTo(1);
    }

    @Test
    void posting_again_answers_the_same_document_and_changes_nothing() {
        var order = newOrder();
        var first = erp().post(basket().booking(order), ExternalId.salesOrder(order));
        long lines = lines(order);

        var second = erp().post(basket().booking(order), ExternalId.salesOrder(order));

        assertThat(second).isEqualTo(first).isInstanceOf(Booked.class);
        assertThat(documents(order)).isEqualTo(1);
        assertThat(lines(order)).isEqualTo(lines);
    }

    @Test
    void six_that_post_at_the_same_moment_end_with_one_document() throws Exception {
        var alone = newOrder();
        erp().post(basket().booking(alone), ExternalId.salesOrder(alone));
        var order = newOrder();
        var barrier = new CyclicBarrier(6);
        Callable<PostAnswer> post =
                () -> {
                    barrier.await();
                    return erp().post(basket().booking(order), ExternalId.salesOrder(order));
                };

        var answers = new ArrayList<Future<PostAnswer>>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                answers.add(threads.submit(post));
            }
        }

        assertThat(documents(order)).isEqualTo(1);
        assertThat(lines(order)).isEqualTo(lines(alone));
        var found = erp().find(ExternalId.salesOrder(order));
        assertThat(found).isInstanceOf(Booked.class);
        for (var answer : answers) {
            assertThat(answer.get())
                    .satisfiesAnyOf(
                            booked -> assertThat(booked).isEqualTo(found),
                            failed ->
                                    assertThat(failed)
                                            .asInstanceOf(type(Failed.class))
                                            .extracting(Failed::fault)
                                            .isInstanceOfAny(
                                                    Fault.Transient.class, Fault.InDoubt.class));
        }
    }

    @ParameterizedTest
    @MethodSource("io.orderloom.connector.contract.Baskets#all")
    void the_total_of_the_document_equals_that_of_the_order_to_the_cent(Basket basket) {
        assumeTrue(basket.isIn(OF_THE_BOOKS) || has(ErpCapability.FOREIGN_CURRENCY));
        var order = newOrder();
        var booking = basket.booking(order);

        var answer = erp().post(booking, ExternalId.salesOrder(order));

        assertThat(answer)
                .asInstanceOf(type(Booked.class))
                .extracting(booked -> booked.document().total())
                .isEqualTo(booking.total());
    }

    @Test
    void a_document_is_found_by_its_external_id() {
        var order = newOrder();
        var posted = erp().post(basket().booking(order), ExternalId.salesOrder(order));

        var found = erp().find(ExternalId.salesOrder(order));

        assertThat(found).isEqualTo(posted);
    }

    @Test
    void an_order_that_was_never_posted_is_absent() {
        assumeTrue(has(ErpCapability.CONCLUSIVE_LOOK_UP));

        var found = erp().find(ExternalId.salesOrder(newOrder()));

        assertThat(found).isEqualTo(new Absent());
    }

    @Test
    void a_cancelled_document_stays_and_says_so() {
        assumeTrue(has(ErpCapability.CANCEL));
        var order = newOrder();
        erp().post(basket().booking(order), ExternalId.salesOrder(order));

        var cancelled = erp().cancel(ExternalId.salesOrder(order), "customer");

        assertThat(cancelled)
                .asInstanceOf(type(Booked.class))
                .extracting(booked -> booked.document().state())
                .isEqualTo(ErpDocument.State.CANCELLED);
        assertThat(erp().find(ExternalId.salesOrder(order))).isEqualTo(cancelled);
        assertThat(documents(order)).isEqualTo(1);
    }

    @Test
    void cancelling_again_changes_nothing() {
        assumeTrue(has(ErpCapability.CANCEL));
        var order = newOrder();
        erp().post(basket().booking(order), ExternalId.salesOrder(order));
        var first = erp().cancel(ExternalId.salesOrder(order), "customer");

        var second = erp().cancel(ExternalId.salesOrder(order), "customer");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_document_that_was_never_posted_cannot_be_cancelled() {
        assumeTrue(has(ErpCapability.CANCEL));

        var cancelled = erp().cancel(ExternalId.salesOrder(newOrder()), "customer");

        assertThat(cancelled).isEqualTo(new Absent());
    }

    @Test
    void an_item_that_the_erp_does_not_know_is_refused_by_name() {
        var order = newOrder();
        var booking =
                Basket.of("an unknown item", "USD", false)
                        .line("NO-SUCH-ITEM", 1, "1.00", taxes())
                        .booking(order);

        var answer = erp().post(booking, ExternalId.salesOrder(order));

        assertThat(answer)
                .asInstanceOf(type(Failed.class))
                .extracting(Failed::fault)
                .asInstanceOf(type(Fault.Rejected.class))
                .satisfies(refused -> {
                    assertThat(refused.reason()).isEqualTo("unknown_item");
                    assertThat(refused.detail()).contains("NO-SUCH-ITEM");
                });
        assertThat(documents(order)).isZero();
    }

    @ParameterizedTest
    @EnumSource(ErpCapability.class)
    void a_capability_is_really_there_or_refused_by_name(ErpCapability capability) {
        new CapabilityChecks(
                        erp(), connector().capabilities(), this::postingDate, ErpContract::newOrder)
                .verify(capability);
    }

    private boolean has(ErpCapability capability) {
        return connector().capabilities().contains(capability);
    }

    @Test
    void the_health_of_an_erp_that_answers_is_up() {
        assertThat(erp().health().up()).isTrue();
    }
}
