package io.orderloom.container;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointProvisionTest extends ProvisionContract {
    @Override
    Stack open() {
        return Stack.onEndpointOrSkip("provisioning");
    }
}
