package io.orderloom.simulation.fanout;

import static io.orderloom.sample.Webhooks.webhook;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.orderloom.connector.webhook.WebhookSubscribers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Tests over real connections that a subscriber that hangs delays no other. */
class HangingSubscriberTest {
    /** Less than the ten seconds for which a single subscriber's answer is awaited. */
    private static final long SOON_SECONDS = 4;

    private static final String SECRET =
            "whsec_"
                    + Base64.getEncoder()
                            .encodeToString(
                                    "a key of twenty-four bytes"
                                            .getBytes(StandardCharsets.US_ASCII));

    @Test
    void a_healthy_subscriber_does_not_wait_for_one_that_never_answers() throws Exception {
        try (var hanging = new Hanging(_ -> {});
                var healthy = new Healthy()) {
            var function = function(hanging, healthy);
            function.tell(Events.of(1));

            var invocation = Thread.ofVirtual().start(function::turn);

            assertThat(healthy.told.await(SOON_SECONDS, TimeUnit.SECONDS)).isTrue();
            assertThat(invocation.join(Duration.ofSeconds(8))).isTrue();
        }
    }

    @Test
    void an_answer_of_a_few_bytes_a_second_is_broken_off_and_its_connection_closed()
            throws Exception {
        var closed = new CountDownLatch(1);
        try (var hanging = new Hanging(peer -> drip(peer, closed));
                var healthy = new Healthy()) {
            var function = function(hanging, healthy);
            function.tell(Events.of(1));

            var invocation = Thread.ofVirtual().start(function::turn);

            assertThat(invocation.join(Duration.ofSeconds(8))).isTrue();
            assertThat(healthy.told.await(0, TimeUnit.SECONDS)).isTrue();
            assertThat(closed.await(2, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static Alone function(Hanging hanging, Healthy healthy) {
        var clock = InstantSource.system();
        return new Alone(
                clock,
                new WebhookSubscribers(clock),
                List.of(
                        webhook("hanging", hanging.url(), List.of(SECRET)),
                        webhook("healthy", healthy.url(), List.of(SECRET))));
    }

    /** Sends an endless header, four bytes a second, until the reader closes the connection. */
    private static void drip(Socket peer, CountDownLatch closed) {
        try {
            peer.setSoTimeout(250);
            var out = peer.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nx-drip: ".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 240 && !gone(peer); i++) {
                out.write('x');
            }
        } catch (IOException _) {
            closed.countDown();
        }
    }

    /** Reads for a quarter of a second at most, and throws if the other side has closed. */
    private static boolean gone(Socket peer) throws IOException {
        try {
            if (peer.getInputStream().read(new byte[8192]) < 0) {
                throw new IOException("the other side has closed");
            }
        } catch (java.net.SocketTimeoutException _) {
            return false;
        }
        return false;
    }

    /** Accepts connections and treats each as a test sets. */
    private static final class Hanging implements AutoCloseable {
        private final ServerSocket socket =
                new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        interface Habit {
            void with(Socket peer);
        }

        Hanging(Habit habit) throws IOException {
            Thread.startVirtualThread(() -> {
                try {
                    while (true) {
                        var peer = socket.accept();
                        Thread.startVirtualThread(() -> habit.with(peer));
                    }
                } catch (IOException _) {
                    // The socket was closed, as the test is over.
                }
            });
        }

        String url() {
            return "http://127.0.0.1:%d/".formatted(socket.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static final class Healthy implements AutoCloseable {
        final CountDownLatch told = new CountDownLatch(1);
        private final HttpServer server;

        Healthy() throws IOException {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        exchange.sendResponseHeaders(204, -1);
                        exchange.close();
                        told.countDown();
                    });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
