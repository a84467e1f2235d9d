package io.orderloom.container;

class EmbeddedQueueTest extends QueueContract {
    @Override
    Stack open() {
        return Stack.embedded();
    }
}
