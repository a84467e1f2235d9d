package io.orderloom.kit.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Sends the requests of the AWS SDK over {@link KeptConnections}.
 *
 * <p>An answer is read as a whole before its connection goes back, because the answers of SQS and
 * DynamoDB are limited to a few megabytes. A call can't be aborted from another thread: no client
 * here has a time limit but those of the connection.
 */
public final class KeptAliveHttpClient implements SdkHttpClient {
    private final KeptConnections connections;

    /** With connections of its own. */
    public KeptAliveHttpClient() {
        this(new KeptConnections());
    }

    KeptAliveHttpClient(KeptConnections connections) {
        this.connections = connections;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Call(request);
    }

    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String clientName() {
        return "HttpCore";
    }

    private final class Call implements ExecutableHttpRequest {
        private final HttpExecuteRequest request;

        Call(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            var sdk = request.httpRequest();
            return connections.call(
                    new HttpHost(sdk.protocol(), sdk.host(), sdk.port()),
                    outgoing(sdk, request.contentStreamProvider()),
                    KeptAliveHttpClient::incoming);
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
