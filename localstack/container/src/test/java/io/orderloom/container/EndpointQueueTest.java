package io.orderloom.container;

import io.orderloom.aws.contract.Aws;
import io.orderloom.aws.contract.QueueContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointQueueTest extends QueueContract {
    @Override
    protected Aws open() {
        return Stack.onEndpointOrSkip("queue");
    }
}
