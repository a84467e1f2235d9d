package io.orderloom.simulation.aws;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.TableContract;

class SimulatedTableTest extends TableContract {
    @Override
    protected Aws open() {
        return new Simulated();
    }
}
