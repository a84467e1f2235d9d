package io.orderloom.kit.secret;

import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads one secret. A part that can't be used is taken from what this process knows, or else from
 * the previous version that Secrets Manager keeps, so that a typing mistake does not stop a new
 * process either.
 */
record Reading(SecretsManagerClient client, String name, Optional<ReadSecret> before) {
    private static final Logger LOG = Logger.getLogger(Reading.class);
    private static final String CURRENT = "AWSCURRENT";
    private static final String PREVIOUS = "AWSPREVIOUS";

    Reading(SecretsManagerClient client, String name, List<ReadSecret> before) {
        this(client, name, before.stream().filter(one -> one.name().equals(name)).findFirst());
    }

    /**
     * @throws IllegalStateException if it can't be read or used, and nothing can replace it
     */
    ReadSecret now() {
        try {
            var current = version(CURRENT);
            return current.flaws().isEmpty() ? current : mended(current);
        } catch (SdkException unreadable) {
            var message = "secret %s can't be read: %s".formatted(name, unreadable.getMessage());
            LOG.warnf("%s; the value read before stays in force", message);
            return before.orElseThrow(() -> new IllegalStateException(message, unreadable));
        } catch (IllegalStateException unusable) {
            return insteadOf(unusable);
        }
    }

    private ReadSecret insteadOf(IllegalStateException unusable) {
        var flaw = String.valueOf(unusable.getMessage());
        var good = before.or(this::previous).orElseThrow(() -> unusable);
        LOG.errorf("%s; its last good value stays in force", flaw);
        return good.insteadOf(flaw);
    }

    private ReadSecret mended(ReadSecret current) {
        var byMemory = before.map(current::mended).orElse(current);
        var mended = byMemory.whole() ? byMemory : byStore(current);
        mended.flaws()
                .forEach((part, flaw) ->
                        LOG.errorf(
                                "%s; %s",
                                flaw,
                                mended.sound(part)
                                        ? "its last good value stays in force"
                                        : "no good value of it is known"));
        return mended;
    }

    /**
     * The value that this process knows is preferred to the store's version, which may be older.
     */
    private ReadSecret byStore(ReadSecret current) {
        var byStore = previous().map(current::mended).orElse(current);
        return before.map(byStore::mended).orElse(byStore);
    }

    private Optional<ReadSecret> previous() {
        try {
            return Optional.of(version(PREVIOUS));
        } catch (SdkException | IllegalStateException _) {
            // There is no previous version, or it is no better: the flaw of the current one is
            // reported.
            return Optional.empty();
        }
    }

    private ReadSecret version(String stage) {
        var answer = client.getSecretValue(r -> r.secretId(name).versionStage(stage));
        // A value that was stored as bytes has no text.
        var json = Optional.ofNullable(answer.secretString()).orElse("");
        return ReadSecret.of(name, json, answer.createdDate());
    }
}
