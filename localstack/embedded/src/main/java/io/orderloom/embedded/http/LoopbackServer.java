package io.orderloom.embedded.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The JDK's HTTP server on loopback, with one virtual thread for each request. */
public final class LoopbackServer implements AutoCloseable {
    static {
        // Without it each answer waits up to 40 ms for the peer's delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A function's connection may be silent for as long as the function handles an invocation.
        System.setProperty("sun.net.httpserver.idleInterval", "900");
    }

    private final HttpServer server;
    private final ExecutorService threads;

    private LoopbackServer(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param port 0 for any free one
     * @throws IOException when the port is taken
     */
    public static LoopbackServer start(int port, HttpHandler handler) throws IOException {
        var server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", Exchanges.guarded(handler));
        server.start();
        return new LoopbackServer(server, threads);
    }

    /** Like {@link #start}, on any free port. */
    public static LoopbackServer startAnywhere(HttpHandler handler) {
        try {
            return start(0, handler);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on loopback", e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** For example {@code http://127.0.0.1:8080}, without a slash at the end. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
