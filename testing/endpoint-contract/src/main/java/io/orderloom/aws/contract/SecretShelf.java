package io.orderloom.aws.contract;

import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** Somewhere that secrets are kept. */
public interface SecretShelf extends AutoCloseable {

    SecretsManagerClient client();

    /**
     * A secret of its own that had these values, one after the other.
     *
     * @return its name
     */
    String given(List<String> values);

    /** Ends with all that was made there. */
    @Override
    void close();
}
