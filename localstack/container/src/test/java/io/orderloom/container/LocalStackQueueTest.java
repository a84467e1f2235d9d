package io.orderloom.container;

class LocalStackQueueTest extends QueueContract {
    @Override
    Stack open() {
        return Stack.onEndpointOrSkip("queue");
    }
}
