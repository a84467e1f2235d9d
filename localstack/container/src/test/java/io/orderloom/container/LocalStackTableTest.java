package io.orderloom.container;

class LocalStackTableTest extends TableContract {
    @Override
    Stack open() {
        return Stack.onEndpointOrSkip("table");
    }
}
