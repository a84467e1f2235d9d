package io.orderloom.container;

class EmbeddedTableTest extends TableContract {
    @Override
    Stack open() {
        return Stack.embedded();
    }
}
