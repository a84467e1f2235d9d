package io.orderloom.kit.aws;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsServiceClientConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Sends a request to a service without the SDK's pipeline of some forty stages, which takes two
 * thirds of the processor time of a call. Only what is answered with 200, or refused as orders
 * expect it, goes this way: a request that gets no answer, or any other, is sent again by the SDK,
 * as the SDK itself would, so that retries, waits, clocks that differ and the names of errors stay
 * the SDK's.
 */
final class DirectCalls {
    private static final Logger LOG = Logger.getLogger(DirectCalls.class);

    private static final String CONTENT_TYPE = "application/x-amz-json-1.0";
    private static final String TRACE_PROPERTY = "com.amazonaws.xray.traceHeader";
    private static final String TRACE_HEADER = "X-Amzn-Trace-Id";
    private static final String CONTENT_TYPE_SIGNED = "content-type";
    private static final String HOST_SIGNED = "host";
    private static final String HASH_SIGNED = "x-amz-content-sha256";
    private static final String DATE_SIGNED = "x-amz-date";
    private static final String TARGET_SIGNED = "x-amz-target";
    private static final String TOKEN_SIGNED = "x-amz-security-token";

    private final KeptConnections connections;
    private final String targets;
    private final HttpHost host;
    private final String hostHeader;
    private final boolean below;
    private final IdentityProvider<? extends AwsCredentialsIdentity> credentials;
    private final RequestSignature signature;
    private final Refusals refusals;
    private final Clock clock;

    /** Reads the refusals that belong to the course of things, so that nobody asks again. */
    @FunctionalInterface
    interface Refusals {
        Refusals NONE = _ -> Optional.empty();

        /**
         * @param body of an answer with the status 400
         * @return the exception that the SDK would make of it; empty for any other refusal
         */
        Optional<AwsServiceException> of(byte[] body);
    }

    /**
     * @param service its name in signatures, {@code sqs}
     * @param targets what precedes an operation's name in {@code X-Amz-Target}, {@code AmazonSQS}
     * @param endpoint of a region, where the client is given none
     * @param refusals that are answers, too
     */
    DirectCalls(
            KeptConnections connections,
            String service,
            String targets,
            AwsServiceClientConfiguration client,
            Function<Region, URI> endpoint,
            Refusals refusals,
            Clock clock) {
        var address = client.endpointOverride().orElseGet(() -> endpoint.apply(client.region()));
        this.connections = connections;
        this.targets = targets;
        this.host = new HttpHost(address.getScheme(), address.getHost(), port(address));
        this.hostHeader = address.getAuthority();
        this.below = !address.getPath().isEmpty() && !address.getPath().equals("/");
        this.credentials = credentials(client);
        this.signature = new RequestSignature(client.region().id(), service);
        this.refusals = refusals;
        this.clock = clock;
    }

    @SuppressWarnings("unchecked") // both services sign with credentials of this kind alone
    private static IdentityProvider<? extends AwsCredentialsIdentity> credentials(
            AwsServiceClientConfiguration client) {
        return (IdentityProvider<? extends AwsCredentialsIdentity>) client.credentialsProvider();
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equals("https") ? 443 : 80;
    }

    /**
     * @param empty makes a builder of the answer
     * @param sdk sends the request if this way does not lead to an answer
     */
    <Q extends AwsRequest, A, B extends SdkBuilder<B, A> & SdkPojo> A call(
            String operation, Q request, Supplier<B> empty, Function<Q, A> sdk) {
        // An endpoint below a path is an emulator's, and no request here has a path.
        if (below || request.overrideConfiguration().isPresent()) {
            return sdk.apply(request);
        }
        return answer(operation, AwsJson.bytes(request))
                .flatMap(body -> read(operation, body, empty.get()))
                .map(SdkBuilder::build)
                .orElseGet(() -> sdk.apply(request));
    }

    private static <B extends SdkPojo> Optional<B> read(String operation, byte[] body, B empty) {
        try {
            return Optional.of(AwsJson.read(body, empty));
        } catch (IOException unreadable) {
            LOG.infof("the answer to %s can't be read and is asked for again", operation);
            return Optional.empty();
        }
    }

    private Optional<byte[]> answer(String operation, byte[] body) {
        try {
            var sent = signed(operation, body);
            return good(operation, connections.call(host, sent, DirectCalls::whole));
        } catch (IOException | SdkClientException unanswered) {
            return Optional.empty();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Answer(int status, byte[] body) {}

    private static Answer whole(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        return new Answer(
                answer.getCode(), entity == null ? new byte[0] : EntityUtils.toByteArray(entity));
    }

    private Optional<byte[]> good(String operation, Answer answer) {
        return switch (answer.status()) {
            case HttpStatus.SC_OK -> Optional.of(answer.body());
            case HttpStatus.SC_BAD_REQUEST -> {
                refusals.of(answer.body())
                        .ifPresent(refusal -> {
                            throw refusal;
                        });
                yield Optional.empty();
            }
            case HttpStatus.SC_FORBIDDEN -> {
                LOG.infof("%s was refused; the SDK sends it again", operation);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private ClassicHttpRequest signed(String operation, byte[] body) {
        var identity = credentials.resolveIdentity().join();
        var time = RequestSignature.time(clock.instant());
        var hash = signature.hash(body);
        var headers = new TreeMap<String, String>();
        headers.put(CONTENT_TYPE_SIGNED, CONTENT_TYPE);
        headers.put(HOST_SIGNED, hostHeader);
        headers.put(HASH_SIGNED, hash);
        headers.put(DATE_SIGNED, time);
        headers.put(TARGET_SIGNED, targets + "." + operation);
        if (identity instanceof AwsSessionCredentialsIdentity session) {
            headers.put(TOKEN_SIGNED, session.sessionToken());
        }
        var request = new BasicClassicHttpRequest("POST", "/");
        headers.forEach(request::addHeader);
        request.addHeader(HttpHeaders.AUTHORIZATION, signature.of(identity, time, headers, hash));
        trace().ifPresent(trace -> request.addHeader(TRACE_HEADER, trace));
        request.addHeader(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        request.setEntity(new ByteArrayEntity(body, null));
        return request;
    }

    /**
     * By this header Lambda finds functions that feed each other without end (Lambda developer
     * guide, "Recursive loop detection"); the runtime keeps it in this property.
     */
    private static Optional<String> trace() {
        return Optional.ofNullable(System.getProperty(TRACE_PROPERTY));
    }
}
