package io.orderloom.simulation.chaos;

import io.orderloom.simulation.erp.ErpBehaviour;
import io.orderloom.simulation.fault.ErpFault;
import io.orderloom.simulation.world.CrashPoint;
import io.orderloom.simulation.world.SeededSchedule;

/** The crash, the ERP behaviour and the fault that a schedule is about. */
record Cell(CrashPoint crash, ErpBehaviour behaviour, ErpFault fault) {

    static Cell of(SeededSchedule schedule) {
        return new Cell(schedule.crash(), schedule.behaviour(), schedule.fault());
    }
}
