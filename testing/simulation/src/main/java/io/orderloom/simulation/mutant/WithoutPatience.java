package io.orderloom.simulation.mutant;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.seam.NextVersion;
import io.orderloom.simulation.world.Tampering;

/** A message that only a newer version reads is taken for done instead of being left to it. */
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
