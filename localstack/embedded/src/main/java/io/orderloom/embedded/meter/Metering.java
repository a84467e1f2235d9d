package io.orderloom.embedded.meter;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Proxies in front of SQS and DynamoDB, one pair for each caller, and their counts. */
public final class Metering implements AutoCloseable {
    /** The action under which receives without a message are counted. */
    public static final String EMPTY_RECEIVE = "ReceiveMessage (empty)";

    private final Map<Key, Tally> tallies = new ConcurrentHashMap<>();
    private final List<MeteringProxy> proxies = new ArrayList<>();

    /**
     * @param caller a function's name, or {@link #poller}
     * @param service {@code sqs} or {@code dynamodb}
     * @param action for example {@code SendMessage}
     */
    public record Key(String caller, String service, String action) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return toString().compareTo(other.toString());
        }
    }

    /**
     * The caller that receives messages from a queue and deletes them: on AWS, Lambda's event
     * source.
     */
    public static String poller(String queue) {
        return "poller of " + queue;
    }

    /** An address that forwards to {@code target} and counts for the caller. */
    public URI inFrontOf(URI target, String service, String caller) {
        var proxy =
                new MeteringProxy(
                        target,
                        service.equals("dynamodb"),
                        action ->
                                tallies.computeIfAbsent(
                                        new Key(caller, service, action), _ -> new Tally()));
        proxies.add(proxy);
        return proxy.address();
    }

    /** The counts so far, sorted by caller, service and action. */
    public Map<Key, Count> snapshot() {
        var counts = new TreeMap<Key, Count>();
        tallies.forEach((key, tally) -> counts.put(key, tally.count()));
        return counts;
    }

    @Override
    public void close() {
        proxies.forEach(MeteringProxy::close);
    }
}
