package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.TWO_VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.simulation.effect.Trace;
import java.util.EnumSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final int WORLDS = 40;

    @Test
    void two_versions_beside_each_other_lose_and_double_nothing() {
        var seeds = LongStream.iterate(0, seed -> seed + 1).filter(TWO_VERSIONS::isDrawnFor);

        var outcomes =
                seeds.limit(WORLDS)
                        .mapToObj(seed ->
                                ScheduleRun.of(
                                        SeededSchedule.of(seed),
                                        EnumSet.of(TWO_VERSIONS),
                                        Tampering.NONE,
                                        Trace.NONE))
                        .toList();

        assertThat(outcomes).allSatisfy(o -> assertThat(o.findings().all()).isEmpty());
        assertThat(outcomes)
                .as("some messages reach the version that can't read them")
                .anySatisfy(o -> assertThat(o.met().get(TWO_VERSIONS)).isPositive());
    }
}
