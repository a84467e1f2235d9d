package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueLimits;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointQueueLimitsTest extends QueueLimits {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("limits");
    }
}
