package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueLimits;

class LocalStackQueueLimitsTest extends QueueLimits {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("limits");
    }
}
