package io.orderloom.simulation.aws;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueLimits;

class SimulatedQueueLimitsTest extends QueueLimits {
    @Override
    protected Aws open() {
        return new Simulated();
    }
}
