package io.orderloom.kit.aws;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Connections to AWS that outlive a call, by Apache HttpCore alone. Apache HttpClient has cookies,
 * proxies, redirects, authentication and a cache of hosts around the same core, which cost a third
 * of the processor time of a call and which no AWS service needs.
 */
final class KeptConnections implements AutoCloseable {
    private static final Timeout CONNECT_WITHIN = Timeout.ofSeconds(2);
    private static final Timeout ANSWER_WITHIN = Timeout.ofSeconds(30);
    private static final int CONNECTIONS = 50;

    /**
     * A connection that rested longer is closed before the next call. Lambda stops a process
     * between invocations, and meanwhile the other side may have closed it.
     */
    private static final TimeValue LONGEST_REST = TimeValue.ofSeconds(20);

    private static final long LOOK_AFTER_NANOS = LONGEST_REST.toNanoseconds() / 2;

    private final HttpRequester requester;
    private final AtomicLong looked = new AtomicLong(System.nanoTime());

    KeptConnections() {
        this(bootstrap());
    }

    KeptConnections(RequesterBootstrap bootstrap) {
        requester = bootstrap.create();
    }

    static RequesterBootstrap bootstrap() {
        return RequesterBootstrap.bootstrap()
                // All headers are set and signed before a request comes here.
                .setHttpProcessor(HttpProcessorBuilder.create().build())
                .setSocketConfig(
                        SocketConfig.custom()
                                .setSoTimeout(ANSWER_WITHIN)
                                .setTcpNoDelay(true)
                                .build())
                .setDefaultMaxPerRoute(CONNECTIONS)
                .setMaxTotal(CONNECTIONS)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX);
    }

    /** Reads an answer while its connection is still open. */
    @FunctionalInterface
    interface Reader<T> {
        T read(ClassicHttpResponse answer) throws IOException;
    }

    /**
     * @throws IOException if there is no answer, or one that is not HTTP
     */
    <T> T call(HttpHost host, ClassicHttpRequest request, Reader<T> reader) throws IOException {
        closeRested();
        try (var answer =
                requester.execute(host, request, CONNECT_WITHIN, HttpCoreContext.create())) {
            return reader.read(answer);
        } catch (HttpException unreadable) {
            throw new IOException(
                    "%s did not answer in HTTP: %s".formatted(host, unreadable.getMessage()),
                    unreadable);
        }
    }

    @Override
    public void close() {
        requester.close(CloseMode.GRACEFUL);
    }

    private void closeRested() {
        long now = System.nanoTime();
        long before = looked.get();
        if (now - before > LOOK_AFTER_NANOS && looked.compareAndSet(before, now)) {
            requester.closeIdle(LONGEST_REST);
        }
    }
}
