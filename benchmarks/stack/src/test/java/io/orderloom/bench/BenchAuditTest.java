package io.orderloom.bench;

import static io.orderloom.bench.Samples.acknowledged;
import static io.orderloom.bench.Samples.document;
import static io.orderloom.bench.Samples.order;
import static io.orderloom.bench.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchAuditTest {
    private static final Duration SOON = Duration.ofMillis(10);

    @Test
    void a_run_counts_when_every_acknowledged_order_is_booked_once_and_notified() {
        var audit =
                BenchAudit.of(
                        List.of(told(1, 0, SOON, SOON), told(2, 0, SOON, SOON)),
                        List.of(document(order(1)), document(order(2)), document(order(9))));

        assertThat(audit).isEqualTo(new BenchAudit(2, 0, 0, 0, 0));
        assertThat(audit.holds()).isTrue();
    }

    @Test
    void an_acknowledged_order_without_a_document_is_lost() {
        var audit = BenchAudit.of(List.of(told(1, 0, SOON, SOON)), List.of());

        assertThat(audit.lost()).isEqualTo(1);
        assertThat(audit.holds()).isFalse();
    }

    @Test
    void a_second_document_is_a_doubled_order() {
        var audit =
                BenchAudit.of(
                        List.of(told(1, 0, SOON, SOON)),
                        List.of(document(order(1)), document(order(1))));

        assertThat(audit.doubled()).isEqualTo(1);
        assertThat(audit.holds()).isFalse();
    }

    @Test
    void a_document_of_another_total_is_a_mismatch_whatever_its_number_of_decimals() {
        var total = order(1).totalAmount();
        var same =
                BenchAudit.of(
                        List.of(told(1, 0, SOON, SOON)),
                        List.of(document(order(1), total.setScale(4))));
        var other =
                BenchAudit.of(
                        List.of(told(1, 0, SOON, SOON)),
                        List.of(document(order(1), total.add(new BigDecimal("0.01")))));

        assertThat(same.holds()).isTrue();
        assertThat(other.mismatched()).isEqualTo(1);
        assertThat(other.holds()).isFalse();
    }

    @Test
    void an_order_with_one_of_its_two_events_delivered_counts_as_not_notified() {
        var onlyAccepted = acknowledged(1, 0, SOON).hearAccepted();
        var onlyPosted = acknowledged(2, 0, SOON).hearPosted(1);

        var audit =
                BenchAudit.of(
                        List.of(onlyAccepted, onlyPosted),
                        List.of(document(order(1)), document(order(2))));

        assertThat(audit.untold()).isEqualTo(2);
        assertThat(audit.holds()).isFalse();
    }

    @Test
    void an_order_that_was_not_acknowledged_is_not_counted() {
        var refused = Passage.of(order(1), 0).answered(Samples.NOT_TAKEN, 1);

        var audit =
                BenchAudit.of(
                        List.of(refused, told(2, 0, SOON, SOON)), List.of(document(order(2))));

        assertThat(audit).isEqualTo(new BenchAudit(1, 0, 0, 0, 0));
        assertThat(audit.holds()).isTrue();
    }

    @Test
    void a_run_in_which_nothing_was_acknowledged_proves_nothing() {
        assertThat(BenchAudit.of(List.of(), List.of()).holds()).isFalse();
    }
}
