package io.orderloom.simulation.mutant;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.seam.NextVersion;
import io.orderloom.simulation.world.Tampering;

/**
 * A mutant that drops a message that only a newer version can read, instead of leaving it to that
 * version.
 */
final class WithoutPatience {
    private WithoutPatience() {}

    static Tampering forNewer() {
        return Tampering.handing(event ->
                new QueueEvent(
                        event.records().stream()
                                .filter(record -> !NextVersion.wrote(record.body()))
                                .toList(),
                        event.health(),
                        event.sweep()));
    }
}
