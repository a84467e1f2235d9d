package io.orderloom.aws.contract;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Tests that share one store of secrets. */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class OnSecrets {
    private final List<SecretShelf> opened = new ArrayList<>();

    protected abstract SecretShelf open();

    @BeforeAll
    void openOnce() {
        opened.add(open());
    }

    @AfterAll
    void close() {
        opened.forEach(SecretShelf::close);
    }

    final SecretsManagerClient client() {
        return opened.getFirst().client();
    }

    final String given(List<String> values) {
        return opened.getFirst().given(values);
    }
}
