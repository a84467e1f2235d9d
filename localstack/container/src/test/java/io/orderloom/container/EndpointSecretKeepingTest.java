package io.orderloom.container;

import io.orderloom.aws.contract.SecretKeeping;
import io.orderloom.aws.contract.SecretShelf;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointSecretKeepingTest extends SecretKeeping {
    @Override
    protected SecretShelf open() {
        return Shelf.onEndpointOrSkip();
    }
}
