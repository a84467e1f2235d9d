package io.orderloom.container;

import io.orderloom.aws.contract.SecretReading;
import io.orderloom.aws.contract.SecretShelf;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KnownDifferences.class)
class EndpointSecretReadingTest extends SecretReading {
    @Override
    protected SecretShelf open() {
        return Shelf.onEndpointOrSkip();
    }
}
