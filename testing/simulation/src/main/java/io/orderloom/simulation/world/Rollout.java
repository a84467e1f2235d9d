package io.orderloom.simulation.world;

import static io.orderloom.simulation.world.Circumstance.TWO_VERSIONS;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.lambda.Outside;
import io.orderloom.simulation.lambda.SimulatedProcess;
import io.orderloom.simulation.seam.NextVersion;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Runs the next version of the functions beside this one for a while. After that it runs alone, or
 * it is rolled back. In worlds where it is rolled back it writes states of its own schema, but no
 * messages that this version can't read.
 */
final class Rollout {
    private final Circumstances circumstances;
    private final boolean takenBack;
    private final Set<SimulatedProcess> newer = Collections.newSetFromMap(new IdentityHashMap<>());
    private Share share = Share.NONE;

    /** The share of new processes that are of the next version. */
    private enum Share {
        NONE,
        HALF,
        ALL
    }

    Rollout(Circumstances circumstances) {
        this.circumstances = circumstances;
        this.takenBack =
                circumstances.has(TWO_VERSIONS) && circumstances.chance(TWO_VERSIONS).happens(300);
    }

    /** Schedules the beginning and the end of the roll-out. */
    void prepare(World world) {
        if (circumstances.has(TWO_VERSIONS)) {
            world.later(
                    circumstances.begins(TWO_VERSIONS).dividedBy(6),
                    () -> begin(world, Share.HALF));
            world.later(
                    circumstances.ends(TWO_VERSIONS),
                    () -> begin(world, takenBack ? Share.NONE : Share.ALL));
        }
    }

    private void begin(World world, Share changed) {
        share = changed;
        world.lambda().replaceAll();
    }

    /** The outside of a new process, which is of one of the two versions. */
    Outside of(SimulatedProcess process, Outside outside) {
        if (!isNewer()) {
            return outside;
        }
        newer.add(process);
        return new Outside(
                takenBack ? outside.sqs() : NextVersion.over(outside.sqs()),
                NextVersion.over(outside.dynamo()),
                outside.channel(),
                outside.refunds(),
                outside.erp(),
                outside.subscribers());
    }

    private boolean isNewer() {
        return switch (share) {
            case NONE -> false;
            case HALF -> circumstances.chance(TWO_VERSIONS).happens(500);
            case ALL -> true;
        };
    }

    /** The event that a process receives, as its version reads it. */
    QueueEvent handed(SimulatedProcess process, QueueEvent event) {
        if (newer.contains(process)) {
            return NextVersion.read(event);
        }
        if (event.records().stream().anyMatch(record -> NextVersion.wrote(record.body()))) {
            circumstances.met(TWO_VERSIONS);
        }
        return event;
    }
}
