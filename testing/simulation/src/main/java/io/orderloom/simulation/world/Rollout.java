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
 * For a while a version to come runs beside this one. Then it is alone; or it is taken back, and in
 * such worlds it wrote states of its own schema, but no messages that this version can't read.
 */
final class Rollout {
    private final Circumstances circumstances;
    private final boolean takenBack;
    private final Set<SimulatedProcess> newer = Collections.newSetFromMap(new IdentityHashMap<>());
    private Share share = Share.NONE;

    /** How many of the processes that start are of the version to come. */
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

    /** Has it begin and end when its time has come. */
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

    /** What a new process reaches, which is of one of the two versions. */
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

    /** What a process is handed, as its version reads it. */
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
