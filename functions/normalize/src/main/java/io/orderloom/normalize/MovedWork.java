package io.orderloom.normalize;

import io.orderloom.kit.queue.QueueAnswer;
import io.orderloom.kit.queue.QueueEvent;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Answers the events whose work moved to the function {@code maintenance}. While a deployment goes
 * on, the schedule and the event sources of the version before still bring them here, for minutes.
 */
final class MovedWork {
    private static final Logger LOG = Logger.getLogger(MovedWork.class);

    private MovedWork() {}

    /**
     * Leaves a sweep to the next one, which goes to maintenance, and hands dead letters back to
     * their queue, which gives up nothing.
     *
     * @return empty if the event is for this function
     * @throws IllegalStateException if a page of logs is asked for; its caller asks again, and then
     *     maintenance
     */
    static Optional<QueueAnswer> answer(QueueEvent event) {
        if (event.sweep() != null) {
            LOG.infof(
                    "sweep '%s' is left to maintenance, which has its own schedule", event.sweep());
            return Optional.of(QueueAnswer.done());
        }
        if (event.logs() != null) {
            throw new IllegalStateException(
                    "logs are checked by maintenance; start the check of all logs again once the deployment has ended");
        }
        return event.deadLettersOf()
                .map(source -> {
                    LOG.infof(
                            "%d dead letters of %s are left to maintenance",
                            event.records().size(), source.label());
                    return QueueAnswer.handedBack(event);
                });
    }
}
