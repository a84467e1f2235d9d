package io.orderloom.embedded.emulator;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.orderloom.embedded.LocalAws;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/** ElasticMQ in this JVM; its queues and messages are kept in an H2 file, or in memory only. */
public final class SqsEmulator implements AutoCloseable {
    private final URI endpoint;
    private final Function0<Terminated> stop;

    private SqsEmulator(URI endpoint, Function0<Terminated> stop) {
        this.endpoint = endpoint;
        this.stop = stop;
    }

    /**
     * @param directory where the H2 file lives
     * @param port a free one; 0 is not understood
     * @param durable false keeps the messages in memory only
     */
    public static SqsEmulator start(Path directory, int port, boolean durable) {
        // H2 hangs on the first write when its path is relative.
        var file = directory.toAbsolutePath().resolve("messages");
        var server = new ElasticMQServer(new ElasticMQServerConfig(config(file, port, durable)));
        return new SqsEmulator(URI.create("http://127.0.0.1:" + port), server.start());
    }

    public URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        var _ = stop.apply();
    }

    private static Config config(Path file, int port, boolean durable) {
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
                                Map.entry("messages-storage.uri", "jdbc:h2:" + file),
                                Map.entry("pekko.loglevel", "WARNING"),
                                // The stack stops it, after those who still talk to it.
                                Map.entry(
                                        "pekko.coordinated-shutdown.run-by-jvm-shutdown-hook",
                                        "off")))
                .withFallback(ConfigFactory.load(SqsEmulator.class.getClassLoader()));
    }
}
