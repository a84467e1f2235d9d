package io.orderloom.aws.contract;

import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** A store of secrets in some environment. */
public interface SecretShelf extends AutoCloseable {

    SecretsManagerClient client();

    /**
     * Creates a secret that is given these values one after another.
     *
     * @return its name
     */
    String given(List<String> values);

    /** Deletes all secrets that were created here. */
    @Override
    void close();
}
