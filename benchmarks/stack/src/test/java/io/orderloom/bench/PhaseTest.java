package io.orderloom.bench;

import static io.orderloom.bench.Samples.document;
import static io.orderloom.bench.Samples.order;
import static io.orderloom.bench.Samples.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orderloom.embedded.lambda.Usage;
import io.orderloom.topology.Function;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhaseTest {
    private static final Duration SOON = Duration.ofMillis(20);
    private static final RateSchedule TEN_A_SECOND = new RateSchedule(10, 20);

    private static Phase phase(int backlog, Duration acknowledged, Duration posted) {
        var passages =
                IntStream.range(0, TEN_A_SECOND.orders())
                        .mapToObj(i -> told(i, TEN_A_SECOND.dueNanos(i), acknowledged, posted))
                        .toList();
        var documents = passages.stream().map(p -> document(p.order())).toList();
        return new Phase(
                TEN_A_SECOND,
                passages,
                backlog,
                BenchAudit.of(passages, documents),
                Samples.nothingUsed());
    }

    @Test
    void latency_counts_from_the_time_an_order_was_due_and_not_from_when_it_was_sent() {
        var late = phase(0, Duration.ofMillis(300), Duration.ofMillis(700));

        assertThat(late.acceptance().getValueAtPercentile(50) / 1e6).isCloseTo(300, within(1.0));
        assertThat(late.endToEnd().getValueAtPercentile(99) / 1e6).isCloseTo(700, within(1.0));
    }

    @Test
    void the_rate_counts_orders_until_the_last_one_is_notified() {
        // The last order is due after 1.9 s and completed 0.1 s later: 20 orders in 2 s.
        assertThat(phase(0, SOON, Duration.ofMillis(100)).ordersPerSecond())
                .isCloseTo(10, within(0.01));
    }

    @Test
    void a_rate_is_kept_up_while_no_more_than_a_second_of_orders_is_under_way() {
        assertThat(phase(10, SOON, SOON).sustained()).isTrue();
        assertThat(phase(11, SOON, SOON).sustained()).isFalse();
    }

    @Test
    void a_rate_is_not_kept_up_when_acknowledgements_take_longer_than_a_second() {
        assertThat(phase(0, Duration.ofMillis(1_100), Duration.ofMillis(1_200)).sustained())
                .isFalse();
    }

    @Test
    void a_rate_is_not_kept_up_when_an_order_is_refused() {
        var passages =
                List.of(
                        told(1, 0, SOON, SOON),
                        Passage.of(order(2), 0).answered(Samples.NOT_TAKEN, 1));
        var audit = BenchAudit.of(passages, List.of(document(order(1))));

        var phase = new Phase(new RateSchedule(10, 2), passages, 0, audit, Samples.nothingUsed());

        assertThat(audit.holds()).isTrue();
        assertThat(phase.sustained()).isFalse();
    }

    @Test
    void costs_are_divided_by_the_orders_that_were_acknowledged() {
        var used =
                new MeterReading(
                        Map.of(
                                Function.NORMALIZE,
                                new Usage(Duration.ofMillis(40), 50_000_000, 1, 5)),
                        Duration.ofMillis(100),
                        Map.of());
        var passages = phase(0, SOON, SOON).passages();
        var documents = passages.stream().map(p -> document(p.order())).toList();

        var phase = new Phase(TEN_A_SECOND, passages, 0, BenchAudit.of(passages, documents), used);

        assertThat(phase.cpu(Function.NORMALIZE)).isCloseTo(2, within(0.001));
        assertThat(phase.functionsCpu()).isCloseTo(2, within(0.001));
        assertThat(phase.stackCpu()).isCloseTo(5, within(0.001));
        assertThat(phase.batch(Function.NORMALIZE)).isCloseTo(4, within(0.001));
    }
}
