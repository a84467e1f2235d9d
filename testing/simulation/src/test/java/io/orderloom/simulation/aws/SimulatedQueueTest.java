package io.orderloom.simulation.aws;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueContract;

class SimulatedQueueTest extends QueueContract {
    @Override
    protected Aws open() {
        return new Simulated();
    }
}
