package io.orderloom.kit.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;

/** The signature that the SDK would have given a request at the time that the request names. */
final class SdkSignature {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private SdkSignature() {}

    static String of(
            Map<String, String> headers,
            String body,
            AwsCredentials credentials,
            String region,
            String service) {
        var address = URI.create("http://" + headers.get("host"));
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(address.resolve("/"));
        for (var name : List.of("content-type", "x-amz-target")) {
            request.putHeader(name, headers.get(name));
        }
        var time = LocalDateTime.parse(headers.get("x-amz-date"), TIME).toInstant(ZoneOffset.UTC);
        return AwsV4HttpSigner.create()
                .sign(r ->
                        r.identity(credentials)
                                .request(request.build())
                                .payload(ContentStreamProvider.fromString(body, UTF_8))
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, service)
                                .putProperty(
                                        HttpSigner.SIGNING_CLOCK,
                                        Clock.fixed(time, ZoneOffset.UTC)))
                .request()
                .firstMatchingHeader("Authorization")
                .orElseThrow();
    }
}
