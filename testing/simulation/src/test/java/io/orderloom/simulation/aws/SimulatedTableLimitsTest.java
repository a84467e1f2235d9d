package io.orderloom.simulation.aws;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableLimits;

class SimulatedTableLimitsTest extends TableLimits {
    @Override
    protected Aws open() {
        return new Simulated();
    }
}
