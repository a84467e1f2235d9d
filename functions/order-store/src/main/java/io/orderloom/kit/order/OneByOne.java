package io.orderloom.kit.order;

import io.orderloom.kit.json.NewerVersion;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads entries of the table one by one. One that can't be read is logged, counted and left where
 * it is, and does not stop the others. One that a newer version wrote is left to that version and
 * not counted.
 */
public final class OneByOne {
    private static final Logger LOG = Logger.getLogger(OneByOne.class);

    private int unreadable;

    /**
     * @param what the name of the entry for the log
     * @return empty if it can't be read
     */
    public <T> Optional<T> read(Object what, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (NewerVersion newer) {
            LOG.warnf(
                    "%s was written by a newer version, which has to work on it: %s",
                    what, newer.getMessage());
            return Optional.empty();
        } catch (SdkException away) {
            throw away;
        } catch (RuntimeException broken) {
            unreadable++;
            LOG.errorf(
                    broken,
                    "%s can't be worked on and is left as it is: %s; look at the item in the table, and check the order's log with make verify-log",
                    what,
                    broken.getMessage());
            return Optional.empty();
        }
    }

    public int unreadable() {
        return unreadable;
    }
}
