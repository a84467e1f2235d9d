package io.orderloom.container;

class EmbeddedProvisionTest extends ProvisionContract {
    @Override
    Stack open() {
        return Stack.embedded();
    }
}
