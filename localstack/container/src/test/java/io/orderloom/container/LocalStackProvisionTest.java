package io.orderloom.container;

class LocalStackProvisionTest extends ProvisionContract {
    @Override
    Stack open() {
        return Stack.onEndpointOrSkip("provisioning");
    }
}
