package io.orderloom.simulation.world;

import io.orderloom.kit.queue.QueueEvent;
import io.orderloom.simulation.erp.Entry;
import io.orderloom.simulation.lambda.Outside;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Replaces something between the functions and the outside, to see what happens without one of the
 * things that exactly-once rests on.
 *
 * @param outside wraps everything that a process can reach; called for each process
 * @param sight filters what the ERP's searches and lists show
 * @param handed transforms the events that functions receive from a queue
 */
public record Tampering(
        UnaryOperator<Outside> outside,
        UnaryOperator<List<Entry>> sight,
        UnaryOperator<QueueEvent> handed) {

    public static final Tampering NONE =
            new Tampering(
                    UnaryOperator.identity(), UnaryOperator.identity(), UnaryOperator.identity());

    public static Tampering with(UnaryOperator<Outside> outside) {
        return new Tampering(outside, UnaryOperator.identity(), UnaryOperator.identity());
    }

    public static Tampering seeing(UnaryOperator<List<Entry>> sight) {
        return new Tampering(UnaryOperator.identity(), sight, UnaryOperator.identity());
    }

    public static Tampering handing(UnaryOperator<QueueEvent> handed) {
        return new Tampering(UnaryOperator.identity(), UnaryOperator.identity(), handed);
    }
}
