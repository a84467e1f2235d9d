package io.orderloom.simulation.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.oracle.Findings.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeededScheduleTest {
    private static final int SCHEDULES = 150;

    @Test
    void nothing_is_lost_doubled_or_left_without_a_name_whatever_breaks() {
        var findings = new ArrayList<Finding>();

        LongStream.range(0, SCHEDULES)
                .forEach(seed ->
                        findings.addAll(ScheduleRun.of(SeededSchedule.of(seed)).findings().all()));

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 77, 1_234})
    void a_seed_takes_the_same_course_each_time(long seed) {
        var first = new ArrayList<String>();
        var second = new ArrayList<String>();

        var once = ScheduleRun.of(SeededSchedule.of(seed), Tampering.NONE, into(first));
        var again = ScheduleRun.of(SeededSchedule.of(seed), Tampering.NONE, into(second));

        assertThat(second).isEqualTo(first).isNotEmpty();
        assertThat(again.fingerprint()).isEqualTo(once.fingerprint());
    }

    @Test
    void seeds_in_a_row_are_about_every_boundary_behaviour_and_fault_once() {
        var cells =
                LongStream.range(0, SeededSchedule.CELLS)
                        .mapToObj(SeededSchedule::of)
                        .map(s -> List.of(s.crash(), s.behaviour(), s.fault()))
                        .distinct();

        assertThat(cells).hasSize(SeededSchedule.CELLS);
    }

    private static Trace into(List<String> notes) {
        return (who, what) -> notes.add(who + " " + what.get());
    }
}
