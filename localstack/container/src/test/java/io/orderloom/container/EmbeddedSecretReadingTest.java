package io.orderloom.container;

import io.orderloom.aws.contract.SecretReading;
import io.orderloom.aws.contract.SecretShelf;

class EmbeddedSecretReadingTest extends SecretReading {
    @Override
    protected SecretShelf open() {
        return GivenSecrets.at(EmbeddedEmulators.secrets());
    }
}
