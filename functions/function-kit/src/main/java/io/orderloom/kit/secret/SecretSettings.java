package io.orderloom.kit.secret;

import io.orderloom.topology.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * All secret settings of a function. They are read again when they are older than {@link #KEPT}, so
 * that a rotated secret is used without a new deployment. If reading fails, the values that were
 * read before stay in use.
 */
final class SecretSettings {
    private static final Logger LOG = Logger.getLogger(SecretSettings.class);

    /**
     * Short compared with the hour that shops take to use a new secret, and long enough that the
     * price of the calls does not matter.
     */
    static final Duration KEPT = Duration.ofMinutes(5);

    private final UnaryOperator<List<ReadSecret>> reader;
    private final InstantSource clock;
    private List<ReadSecret> secrets;
    private Map<String, String> settings;
    private Instant readAt;

    /**
     * @param reader takes the secrets known so far, at first none
     * @throws IllegalStateException if a secret can't be read or used
     */
    SecretSettings(UnaryOperator<List<ReadSecret>> reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
        this.secrets = reader.apply(List.of());
        this.settings = merged(secrets);
        this.readAt = clock.instant();
    }

    synchronized Map<String, String> current() {
        var now = clock.instant();
        if (!now.isBefore(readAt.plus(KEPT))) {
            readAt = now;
            refresh();
        }
        return settings;
    }

    /** How long ago each secret was last changed. */
    synchronized Map<Secret, Duration> ages() {
        var now = clock.instant();
        var ages = new TreeMap<Secret, Duration>();
        secrets.forEach(one -> ages.put(one.secret(), Duration.between(one.changedAt(), now)));
        return ages;
    }

    /**
     * The secrets of which some part can't be used, whether or not an earlier value replaces it.
     */
    synchronized Set<Secret> flawed() {
        return secrets.stream()
                .filter(one -> !one.flaws().isEmpty())
                .map(ReadSecret::secret)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void refresh() {
        try {
            secrets = reader.apply(secrets);
            settings = merged(secrets);
        } catch (RuntimeException unreadable) {
            LOG.warnf(
                    "secrets can't be read, and those read before stay in force: %s",
                    unreadable.getMessage());
        }
    }

    private static Map<String, String> merged(List<ReadSecret> secrets) {
        var all = new TreeMap<String, String>();
        secrets.forEach(one -> all.putAll(one.settings()));
        return Map.copyOf(all);
    }
}
