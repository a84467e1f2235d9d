package io.orderloom.simulation.mutant;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.world.Tampering;

/** A mutant that handles only the first half of a batch and reports the whole batch as done. */
final class HalfABatch {
    private HalfABatch() {}

    static Tampering done() {
        return Tampering.handing(event -> {
            var records = event.records();
            return new QueueEvent(
                    records.subList(0, (records.size() + 1) / 2), event.health(), event.sweep());
        });
    }
}
