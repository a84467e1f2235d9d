package io.orderloom.kit.governor;

import io.orderloom.exception.AuditEntry;
import io.orderloom.exception.Exceptions;
import io.orderloom.exception.Fingerprint.OfCredentials;
import io.orderloom.governor.Account;
import io.orderloom.governor.Circuit;
import io.orderloom.governor.Outcome;
import io.orderloom.kit.order.ExceptionRecord;
import io.orderloom.kit.order.ExceptionStore;
import io.orderloom.kit.order.TableName;
import io.orderloom.kit.telemetry.Metrics;
import io.orderloom.topology.Metric;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Reports the trouble of an account: metrics, and a single exception for credentials that are
 * refused, however many orders that affects. The exception belongs to the account and not to an
 * order, so it has a partition of its own.
 */
@ApplicationScoped
public class AccountTroubles {
    private static final Logger LOG = Logger.getLogger(AccountTroubles.class);
    private static final String PARTITION = "ACCOUNT#";

    /** Shorter rests are normal for accounts with low rate limits. */
    private static final Duration WORTH_MEASURING = Duration.ofMinutes(1);

    private final ExceptionStore exceptions;
    private final Accounts accounts;
    private final Metrics metrics;
    private final InstantSource clock;

    AccountTroubles(
            DynamoDbClient dynamo,
            TableName table,
            Accounts accounts,
            Metrics metrics,
            InstantSource clock) {
        this.exceptions = new ExceptionStore(dynamo, table.value());
        this.accounts = accounts;
        this.metrics = metrics;
        this.clock = clock;
    }

    /**
     * Reports what changed after the outcomes of calls were recorded in the account.
     *
     * @param before the account before that
     */
    void told(AccountName name, Account before, Account after, List<Outcome> outcomes) {
        var now = clock.instant();
        outcomes.forEach(outcome -> rests(name, outcome, now));
        boolean open = after.circuit() instanceof Circuit.Open;
        if (open
                && !(before.circuit() instanceof Circuit.Open)
                && outcomes.stream().anyMatch(AccountTroubles::opens)) {
            metrics.count(Metric.CIRCUIT_OPENED);
        }
        if (open) {
            locked(outcomes).ifPresent(detail -> locked(name, detail, now));
        }
        if (closed(after) && !closed(before)) {
            exceptions
                    .find(PARTITION + name.system(), new OfCredentials(name.system()).text())
                    .ifPresent(kept -> settle(kept, "a call was answered again"));
        }
    }

    private static boolean opens(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed _, Outcome.Locked _ -> true;
            case Outcome.Answered _, Outcome.AskedForLess _ -> false;
        };
    }

    private static boolean closed(Account account) {
        return account.circuit() instanceof Circuit.Closed;
    }

    private static Optional<String> locked(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(outcome ->
                        outcome instanceof Outcome.Locked(var detail)
                                ? Stream.of(detail)
                                : Stream.empty())
                .findFirst();
    }

    private void rests(AccountName name, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.AskedForLess(var until)) {
            var rest = Duration.between(now, until);
            if (rest.compareTo(WORTH_MEASURING) > 0) {
                LOG.warnf("the account of %s asks for a pause of %s", name, rest);
                metrics.took(Metric.ACCOUNT_REST, rest);
            }
        }
    }

    private void locked(AccountName name, String detail, Instant now) {
        var met =
                exceptions.meet(
                        PARTITION + name.system(),
                        Exceptions.credentials(
                                name.system(), name.trouble(), name.owner(), detail, now),
                        now);
        if (met.opened()) {
            metrics.add(
                    Metric.EXCEPTIONS_RAISED, name.trouble().name().toLowerCase(Locale.ROOT), 1);
        }
    }

    /**
     * Resolves the exception of an account that works again: the process that made the call that
     * closed a circuit may have ended before it recorded that.
     *
     * @param kept any open exception
     * @return whether it was an account's, and resolved by this
     */
    public boolean settle(ExceptionRecord kept) {
        return kept.partition().startsWith(PARTITION)
                && closed(accounts.read(system(kept)))
                && settle(kept, "its circuit is closed");
    }

    private boolean settle(ExceptionRecord kept, String why) {
        return exceptions.settle(kept, AuditEntry.ourselves(clock.instant(), why));
    }

    private static String system(ExceptionRecord kept) {
        return kept.partition().substring(PARTITION.length());
    }
}
