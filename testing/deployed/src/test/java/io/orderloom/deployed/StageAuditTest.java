package io.orderloom.deployed;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.embedded.demo.SampleOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The proof must be able to fail: each way in which books can be wrong is recognized. */
class StageAuditTest {
    private static final SampleOrder ORDER = SampleOrder.drawn(7, new SplittableRandom(1));
    private static final BigDecimal TOTAL = ORDER.totalAmount();

    @Test
    void an_order_that_is_booked_once_to_the_cent_is_right() {
        assertThat(account(Set.of(), entry(TOTAL, false)).holds()).isTrue();
    }

    @Test
    void an_order_without_a_document_is_lost() {
        assertThat(account(Set.of())).hasToString("orders=1 lost=1 doubled=0 mismatched=0");
    }

    @Test
    void two_documents_are_one_too_many() {
        assertThat(account(Set.of(), entry(TOTAL, false), entry(TOTAL, true)))
                .hasToString("orders=1 lost=0 doubled=1 mismatched=0");
    }

    @Test
    void a_cent_too_much_is_a_mismatch() {
        var more = TOTAL.add(new BigDecimal("0.01"));

        assertThat(account(Set.of(), entry(more, false)))
                .hasToString("orders=1 lost=0 doubled=0 mismatched=1");
    }

    @Test
    void a_cancelled_order_needs_its_document_cancelled_and_all_of_its_money_back() {
        var cancelled = Set.of(ORDER.id());

        assertThat(account(cancelled, entry(TOTAL, true)).settled()).isFalse();
        assertThat(refunded(List.of(TOTAL), entry(TOTAL, true)).holds()).isTrue();
        assertThat(refunded(List.of(TOTAL), entry(TOTAL, false)).settled()).isFalse();
        assertThat(refunded(List.of(TOTAL, TOTAL), entry(TOTAL, true)).doubled()).hasSize(1);
        assertThat(refunded(List.of(BigDecimal.ONE), entry(TOTAL, true)).mismatched()).hasSize(1);
    }

    private static StageErpBooks.Entry entry(BigDecimal total, boolean cancelled) {
        return new StageErpBooks.Entry("demo-shop:7/sales-order", total, cancelled);
    }

    private static StageAudit account(Set<Long> cancelled, StageErpBooks.Entry... entries) {
        return StageAudit.of(List.of(ORDER), cancelled, List.of(entries), Map.of());
    }

    private static StageAudit refunded(List<BigDecimal> back, StageErpBooks.Entry... entries) {
        return StageAudit.of(
                List.of(ORDER), Set.of(ORDER.id()), List.of(entries), Map.of(ORDER.id(), back));
    }
}
