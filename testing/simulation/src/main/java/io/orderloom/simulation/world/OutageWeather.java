package io.orderloom.simulation.world;

import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import java.time.Duration;

/** A single fault: for some hours the ERP does not answer. */
record OutageWeather(Scheduler scheduler, SeededRandom chance, Duration begins, Duration ends)
        implements FaultModel {

    boolean isDown() {
        var now = scheduler.sinceStart();
        return now.compareTo(begins) >= 0 && now.compareTo(ends) < 0;
    }

    @Override
    public ErpFault next(boolean write) {
        return isDown() ? ErpFault.DOWN : ErpFault.NONE;
    }

    @Override
    public Duration latency() {
        return chance.between(Duration.ofMillis(20), Duration.ofMillis(100));
    }
}
