package io.orderloom.kit.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.impl.bootstrap.HttpRequester;
import org.apache.hc.core5.http.impl.bootstrap.RequesterBootstrap;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.http.protocol.HttpProcessorBuilder;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends the requests of the AWS SDK by Apache HttpCore alone. The SDK's own client for Apache
 * HttpClient has cookies, proxies, redirects, authentication and a cache of hosts around the same
 * core, which cost a third of the processor time of a call and which no AWS service needs.
 *
 * <p>An answer is read as a whole before its connection goes back, because the answers of SQS and
 * DynamoDB are limited to a few megabytes. A call can't be aborted from another thread: no client
 * here has a time limit but those of the connection.
 */
public final class KeptAliveHttpClient implements SdkHttpClient {
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

    public KeptAliveHttpClient() {
        this(bootstrap());
    }

    KeptAliveHttpClient(RequesterBootstrap bootstrap) {
        requester = bootstrap.create();
    }

    static RequesterBootstrap bootstrap() {
        return RequesterBootstrap.bootstrap()
                // The SDK sets all headers itself, and signs them.
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

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Call(request);
    }

    @Override
    public void close() {
        requester.close(CloseMode.GRACEFUL);
    }

    @Override
    public String clientName() {
        return "HttpCore";
    }

    private void closeRested() {
        long now = System.nanoTime();
        long before = looked.get();
        if (now - before > LOOK_AFTER_NANOS && looked.compareAndSet(before, now)) {
            requester.closeIdle(LONGEST_REST);
        }
    }

    private final class Call implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;

        Call(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            closeRested();
            var sdk = request.httpRequest();
            var host = new HttpHost(sdk.protocol(), sdk.host(), sdk.port());
            var outgoing = outgoing(sdk, request.contentStreamProvider());
            try (var answer =
                    requester.execute(host, outgoing, CONNECT_WITHIN, HttpCoreContext.create())) {
                return incoming(answer);
            } catch (HttpException unreadable) {
                throw new IOException(
                        "%s did not answer in HTTP: %s".formatted(host, unreadable.getMessage()),
                        unreadable);
            }
        }

        @Override
        public void abort() {
            // The time limits of the connection end a call.
        }
    }

    private static ClassicHttpRequest outgoing(
            SdkHttpRequest sdk, Optional<ContentStreamProvider> content) throws IOException {
        var path = sdk.encodedPath().isEmpty() ? "/" : sdk.encodedPath();
        var target = sdk.encodedQueryParameters().map(query -> path + "?" + query).orElse(path);
        var request = new BasicClassicHttpRequest(sdk.method().name(), target);
        sdk.forEachHeader(
                (name, values) -> values.forEach(value -> request.addHeader(name, value)));
        if (!request.containsHeader(HttpHeaders.HOST)) {
            request.addHeader(HttpHeaders.HOST, sdk.host() + ":" + sdk.port());
        }
        if (content.isPresent()) {
            try (var stream = content.get().newStream()) {
                var body = stream.readAllBytes();
                request.setEntity(new ByteArrayEntity(body, null));
                request.setHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
            }
        }
        return request;
    }

    private static HttpExecuteResponse incoming(ClassicHttpResponse answer) throws IOException {
        var head = SdkHttpResponse.builder().statusCode(answer.getCode());
        if (answer.getReasonPhrase() != null) {
            head.statusText(answer.getReasonPhrase());
        }
        for (var headers = answer.headerIterator(); headers.hasNext(); ) {
            var header = headers.next();
            head.appendHeader(header.getName(), header.getValue());
        }
        var response = HttpExecuteResponse.builder().response(head.build());
        if (answer.getEntity() != null) {
            var body = EntityUtils.toByteArray(answer.getEntity());
            response.responseBody(AbortableInputStream.create(new ByteArrayInputStream(body)));
        }
        return response.build();
    }
}
