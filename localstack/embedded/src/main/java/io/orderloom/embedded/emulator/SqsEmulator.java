package io.orderloom.embedded.emulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.orderloom.embedded.common.LocalAws;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;
import scalikejdbc.ConnectionPool$;

/** ElasticMQ in this JVM; its queues and messages are kept in an H2 file, or in memory only. */
public final class SqsEmulator implements AutoCloseable {
    /**
     * By default H2 writes up to half a second later, and a killed JVM would lose accepted
     * messages.
     */
    private static final String WRITTEN_AT_COMMIT = ";WRITE_DELAY=0";

    private final String storage;
    private final URI endpoint;
    private final Function0<Terminated> stop;

    private SqsEmulator(String storage, URI endpoint, Function0<Terminated> stop) {
        this.storage = storage;
        this.endpoint = endpoint;
        this.stop = stop;
    }

    /**
     * @param directory of the H2 file
     * @param port a free one; ElasticMQ does not accept 0
     * @param durable false keeps the messages in memory only
     */
    public static SqsEmulator start(Path directory, int port, boolean durable) {
        // H2 hangs on the first write when its path is relative.
        var storage =
                "jdbc:h2:" + directory.toAbsolutePath().resolve("messages") + WRITTEN_AT_COMMIT;
        if (durable) {
            keepIn(storage);
        }
        var server = new ElasticMQServer(new ElasticMQServerConfig(config(storage, port, durable)));
        return new SqsEmulator(storage, URI.create("http://127.0.0.1:" + port), server.start());
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        var _ = stop.apply();
        letGo(storage);
    }

    /**
     * ElasticMQ opens the first storage that a JVM uses and then keeps it for every later server as
     * well: the next stack would get the queues and messages of the last one.
     */
    private static void keepIn(String storage) {
        var pools = ConnectionPool$.MODULE$;
        var settings = pools.singleton$default$4();
        pools.singleton(
                storage, "", "", settings, pools.singleton$default$5(storage, "", "", settings));
    }

    /**
     * Closes the storage. Otherwise this JVM locks the file for as long as it lives, and no other
     * can open it.
     */
    private static void letGo(String storage) {
        var pools = ConnectionPool$.MODULE$;
        var name = pools.DEFAULT_NAME();
        if (pools.isInitialized(name) && pools.get(name).url().equals(storage)) {
            pools.close(name);
        }
    }

    private static Config config(String storage, int port, boolean durable) {
        return ConfigFactory.parseMap(
                        Map.ofEntries(
                                Map.entry("node-address.host", "127.0.0.1"),
                                Map.entry("node-address.port", port),
                                Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
                                Map.entry("rest-sqs.bind-port", port),
                                Map.entry("rest-sqs.sqs-limits", "strict"),
                                Map.entry("aws.region", LocalAws.REGION),
                                Map.entry("aws.accountId", LocalAws.ACCOUNT),
                                Map.entry("messages-storage.enabled", durable),
                                Map.entry("messages-storage.uri", storage),
                                Map.entry("pekko.loglevel", "WARNING"),
                                // The stack stops it, after the parts that still use it.
                                Map.entry(
                                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                        "off")))
                .withFallback(ConfigFactory.load(SqsEmulator.class.getClassLoader()));
    }
}
