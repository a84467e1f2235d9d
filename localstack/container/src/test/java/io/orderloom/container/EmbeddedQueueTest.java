package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueContract;

class EmbeddedQueueTest extends QueueContract {
    @Override
    protected Aws open() {
        return Stack.embedded();
    }
}
