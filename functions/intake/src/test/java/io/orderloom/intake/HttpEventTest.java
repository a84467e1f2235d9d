package io.orderloom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both doors, HTTP API and function URL, give the same webhook in different forms. */
class HttpEventTest {
    /** Ignores unknown fields as Funqy does, because a door sends more fields than intake reads. */
    private static final JsonMapper LENIENT =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    @Test
    void an_http_api_has_taken_the_instance_out_of_the_path() {
        var event =
                read(
                        """
                        {"version": "2.0", "routeKey": "POST /webhooks/{channelInstance}",
                         "rawPath": "/x7Kq/webhooks/eu-shop",
                         "pathParameters": {"channelInstance": "eu-shop"},
                         "requestContext": {"http": {"method": "POST"}}}
                        """);

        assertThat(event.routed()).isTrue();
        assertThat(event.channelInstance()).isEqualTo("eu-shop");
    }

    @Test
    void a_function_url_names_the_instance_in_its_path() {
        var event = throughUrl("POST", "/webhooks/eu%20shop", "{}", false);

        assertThat(event.routed()).isTrue();
        assertThat(event.channelInstance()).isEqualTo("eu shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/webhooks",
                "/webhooks/",
                "/webhooks/a/b",
                "/webhooks/%",
                "/other/eu-shop",
                "//webhooks/eu-shop"
            })
    void a_path_that_is_no_webhook_s_names_no_instance(String path) {
        assertThat(throughUrl("POST", path, "{}", false).channelInstance()).isEmpty();
    }

    @Test
    void a_function_url_lets_every_method_through_and_only_one_is_the_route_s() {
        assertThat(throughUrl("GET", "/webhooks/eu-shop", "", false).routed()).isFalse();
    }

    @Test
    void the_bytes_are_those_that_were_signed_whether_a_door_writes_them_as_text_or_in_base64() {
        var signed = "{\"name\": \"Zoë\"}".getBytes(StandardCharsets.UTF_8);
        var encoded = Base64.getEncoder().encodeToString(signed);

        assertThat(throughUrl("POST", "/webhooks/a", "{\\\"name\\\": \\\"Zoë\\\"}", false).bytes())
                .isEqualTo(signed);
        assertThat(throughUrl("POST", "/webhooks/a", encoded, true).bytes()).isEqualTo(signed);
    }

    /** A request in the form of "Invoking Lambda function URLs", AWS Lambda Developer Guide. */
    private static HttpEvent throughUrl(String method, String path, String body, boolean base64) {
        return read(
                """
                {"version": "2.0", "routeKey": "$default", "rawPath": "%2$s", "rawQueryString": "",
                 "headers": {"x-shopify-topic": "orders/create"},
                 "requestContext": {
                   "accountId": "anonymous", "apiId": "abc", "domainPrefix": "abc",
                   "http": {"method": "%1$s", "path": "%2$s", "protocol": "HTTP/1.1",
                            "sourceIp": "192.0.2.1", "userAgent": "shop"},
                   "requestId": "id", "routeKey": "$default", "stage": "$default",
                   "time": "12/Mar/2026:19:03:58 +0000", "timeEpoch": 1583348638390},
                 "body": "%3$s", "isBase64Encoded": %4$s}
                """
                        .formatted(method, path, body, base64));
    }

    private static HttpEvent read(String json) {
        try {
            return LENIENT.readValue(json, HttpEvent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
