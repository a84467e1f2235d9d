package io.orderloom.simulation.oracle;

import io.orderloom.core.OrderCore;
import io.orderloom.core.OrderState;
import io.orderloom.kit.json.Json;
import io.orderloom.order.OrderId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Checks that the log's hash chain is whole and that replaying the log gives the state, byte for
 * byte.
 */
final class ReplayCheck {
    private ReplayCheck() {}

    /** The finding, if there is one. */
    static Optional<String> of(OrderId order, Partition partition) {
        var log = partition.log();
        var replayed = OrderState.unheardOf(order);
        var hash = SdkBytes.fromByteArray(new byte[0]);
        for (int i = 0; i < log.size(); i++) {
            var fact = log.get(i);
            if (fact.version() != i + 1) {
                return Optional.of("version %d of the log is missing".formatted(i + 1));
            }
            hash = sha256(hash, fact.written());
            if (!hash.equals(fact.hash())) {
                return Optional.of("the log's chain breaks at version " + fact.version());
            }
            replayed = OrderCore.evolve(replayed, fact.entry().changeSet());
        }
        return state(partition, replayed, hash);
    }

    private static Optional<String> state(Partition partition, OrderState replayed, SdkBytes hash) {
        var kept = partition.state();
        if (kept.isEmpty()) {
            return replayed.version() == 0
                    ? Optional.empty()
                    : Optional.of("there is a log and no state");
        }
        if (!kept.get().hash().equals(hash)) {
            return Optional.of("the state is not that of the log's end");
        }
        return kept.get().written().equals(SdkBytes.fromByteArray(Json.bytes(replayed)))
                ? Optional.empty()
                : Optional.of("replaying the log gives another state");
    }

    private static SdkBytes sha256(SdkBytes before, SdkBytes entry) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before.asByteArrayUnsafe());
            return SdkBytes.fromByteArray(digest.digest(entry.asByteArrayUnsafe()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
