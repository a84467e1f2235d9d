package io.orderloom.embedded.emulator;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this JVM. All credentials share its one database, which is a SQLite file unless
 * it is kept in memory only.
 *
 * <p>It is put together from its parts because its {@code ServerRunner} listens on every network
 * and prints its settings.
 */
public final class DynamoDbEmulator implements AutoCloseable {
    private static final boolean SHARED = true;
    private static final boolean NO_DELAYS = false;
    private static final String ANY_ORIGIN = "*";

    private final Server server;
    private final LocalDynamoDBServerHandler handler;

    private DynamoDbEmulator(Server server, LocalDynamoDBServerHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    /**
     * @param directory of the SQLite file
     * @param port 0 for any free one
     * @param durable false keeps the table in memory only
     */
    public static DynamoDbEmulator start(Path directory, int port, boolean durable) {
        var requests =
                new LocalDynamoDBRequestHandler(
                        0,
                        !durable,
                        durable ? directory.toAbsolutePath().toString() : null,
                        SHARED,
                        NO_DELAYS);
        var handler = new LocalDynamoDBServerHandler(requests, ANY_ORIGIN);
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        server.setHandler(new ContextHandler(handler, "/"));
        unchecked(server::start);
        return new DynamoDbEmulator(server, handler);
    }

    public URI endpoint() {
        var connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        unchecked(server::stop);
        handler.close();
    }

    private static void unchecked(Step step) {
        try {
            step.run();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local can't start or stop", e);
        }
    }

    /** A step that may throw anything, because Jetty's life cycle declares {@link Exception}. */
    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }
}
