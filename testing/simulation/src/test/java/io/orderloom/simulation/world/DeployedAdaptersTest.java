package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.oracle.Findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The deployed adapters meet the same faults as the twins' adapters, and satisfy the same checks.
 */
class DeployedAdaptersTest {
    private static final int SCHEDULES = 60;

    private final List<String> notes = new ArrayList<>();

    @Test
    void odoo_books_each_order_once_and_shopify_gives_back_once_whatever_breaks() {
        var findings = new ArrayList<Finding>();

        LongStream.iterate(0, seed -> seed + 1)
                .mapToObj(SeededSchedule::of)
                .filter(schedule -> schedule.behaviour() == ErpBehaviour.ODOO)
                .limit(SCHEDULES)
                .forEach(schedule ->
                        findings.addAll(
                                ScheduleRun.of(schedule, Tampering.NONE, this::note)
                                        .findings()
                                        .all()));

        assertThat(findings).isEmpty();
        assertThat(noted("sale.order/load")).isPositive();
        assertThat(noted("sale.order/action_confirm")).isPositive();
        assertThat(noted("sale.order/action_cancel")).isPositive();
        for (var fault : ErpFault.values()) {
            assertThat(fault == ErpFault.NONE || noted("[" + fault.label() + "]") > 0)
                    .as("met " + fault)
                    .isTrue();
        }
        assertThat(noted("look at sim-shop")).isPositive();
        assertThat(noted("give sim-shop")).isPositive();
        assertThat(noted("TELL warehouse")).isPositive();
    }

    private void note(String who, Supplier<String> what) {
        notes.add(what.get());
    }

    private long noted(String part) {
        return notes.stream().filter(note -> note.contains(part)).count();
    }
}
