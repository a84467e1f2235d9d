package io.orderloom.simulation.mutant;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.world.Tampering;

/** Of a batch only the first half is handled, and all of it is taken for done. */
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
