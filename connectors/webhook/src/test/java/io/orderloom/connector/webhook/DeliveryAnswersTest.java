package io.orderloom.connector.webhook;

import static io.orderloom.connector.webhook.Samples.ACCEPTED;
import static io.orderloom.connector.webhook.Samples.NEW_KEY;
import static io.orderloom.connector.webhook.Samples.deliver;
import static io.orderloom.connector.webhook.Samples.secret;
import static io.orderloom.connector.webhook.Samples.subscribers;
import static io.orderloom.sample.Webhooks.webhook;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.connector.webhook.Receiver.Answer;
import io.orderloom.fault.Fault;
import io.orderloom.subscriber.DeliveryAnswer;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.DeliveryAnswer.Failed;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryAnswersTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void any_2xx_is_delivered(int status) throws Exception {
        assertThat(answerTo(Answer.status(status))).isEqualTo(new Delivered());
    }

    @Test
    void gone_is_rejected_as_gone_so_that_the_subscriber_can_be_switched_off() throws Exception {
        assertThat(answerTo(Answer.status(410)))
                .isEqualTo(failed(new Fault.Rejected("gone", "printer", "printer answered 410")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 422})
    void any_other_4xx_is_rejected_by_its_status(int status) throws Exception {
        assertThat(answerTo(Answer.status(status)))
                .isEqualTo(
                        failed(
                                new Fault.Rejected(
                                        "http_" + status,
                                        "printer",
                                        "printer answered " + status)));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void a_redirect_is_rejected_and_not_followed(int status) throws Exception {
        try (var elsewhere = new Receiver(Answer.status(200))) {
            var answer = answerTo(Answer.status(status, "location", elsewhere.url()));

            assertThat(answer).isInstanceOf(Failed.class);
            assertThat(((Failed) answer).fault()).isInstanceOf(Fault.Rejected.class);
            assertThat(elsewhere.deliveries).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504})
    void an_error_of_the_subscribers_server_is_transient(int status) throws Exception {
        assertThat(answerTo(Answer.status(status)))
                .isEqualTo(failed(new Fault.Transient("printer answered " + status)));
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, 120",
        "503, 7, 7",
        "429, 0, 1",
        "429, 'Tue, 24 Nov 2026 10:16:30 GMT', 59",
        "503, 'Tue, 24 Nov 2026 09:00:00 GMT', 1",
        "429, soon, 60"
    })
    void retry_after_is_waited_out(int status, String retryAfter, int seconds) throws Exception {
        var answer = answerTo(Answer.status(status, "retry-after", retryAfter));

        assertThat(answer).isInstanceOf(Failed.class);
        assertThat(((Failed) answer).fault())
                .isInstanceOfSatisfying(
                        Fault.RateLimited.class,
                        fault -> assertThat(fault.retryAfter().toSeconds()).isEqualTo(seconds));
    }

    @Test
    void a_429_that_states_no_wait_is_given_a_minute() throws Exception {
        assertThat(answerTo(Answer.status(429)))
                .isEqualTo(
                        failed(
                                new Fault.RateLimited(
                                        Duration.ofMinutes(1), "printer answered 429")));
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_transient() throws Exception {
        var released = new CountDownLatch(1);
        try (var receiver = new Receiver(_ -> await(released))) {
            var answer = deliver(subscribers(Duration.ofMillis(200)), ACCEPTED, at(receiver.url()));

            assertThat(answer)
                    .isEqualTo(
                            failed(
                                    new Fault.Transient(
                                            "printer did not answer: SocketTimeoutException")));
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_body_that_never_ends_neither_changes_the_answer_nor_holds_it_up() throws Exception {
        var released = new CountDownLatch(1);
        Answer trickle =
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    await(released);
                };
        try (var receiver = new Receiver(trickle)) {
            var answer = deliver(subscribers(Duration.ofSeconds(2)), ACCEPTED, at(receiver.url()));

            assertThat(answer).isEqualTo(new Delivered());
        } finally {
            released.countDown();
        }
    }

    @Test
    void a_refused_connection_is_transient_and_does_not_reveal_the_url() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        var answer = deliver(subscribers(), ACCEPTED, at("http://127.0.0.1:" + port + "/?token=x"));

        assertThat(answer)
                .isEqualTo(failed(new Fault.Transient("printer did not answer: ConnectException")));
    }

    @Test
    void an_answer_that_is_not_http_is_transient() throws Exception {
        try (var socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.startVirtualThread(() -> greetAsMail(socket));

            var answer =
                    deliver(
                            subscribers(),
                            ACCEPTED,
                            at("http://127.0.0.1:" + socket.getLocalPort()));

            assertThat(answer).isInstanceOf(Failed.class);
            assertThat(((Failed) answer).fault()).isInstanceOf(Fault.Transient.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "printer", "ftp://127.0.0.1/x", "http:///x", "http://a b/"})
    void a_malformed_url_is_a_flaw_of_the_settings(String url) {
        assertThat(subscribers().check(at(url)))
                .isEqualTo(Map.of("url", "url is no http or https URL with a host"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "whsec_not base64", "whsec_dG9vIHNob3J0"})
    void a_malformed_secret_is_a_flaw_that_does_not_repeat_its_value(String secret) {
        var subscriber =
                webhook("printer", "http://127.0.0.1:9/", List.of(secret(NEW_KEY), secret));

        assertThat(subscribers().check(subscriber))
                .isEqualTo(
                        Map.of(
                                "secrets",
                                "signing secret 2 is not whsec_ and the Base64 of 24 to 64 bytes"));
    }

    @Test
    void a_subscriber_without_url_and_secret_has_both_flaws_named() {
        var nothing = new Subscriber("printer", "webhook", EventVersion.V1, false, Map.of());

        assertThat(subscribers().check(nothing))
                .isEqualTo(
                        Map.of(
                                "url", "url is no http or https URL with a host",
                                "secrets", "secrets is empty"));
    }

    private static DeliveryAnswer answerTo(Answer answer) throws Exception {
        try (var receiver = new Receiver(answer)) {
            return deliver(subscribers(), ACCEPTED, at(receiver.url()));
        }
    }

    private static Subscriber at(String url) {
        return webhook("printer", url, List.of(secret(NEW_KEY)));
    }

    private static DeliveryAnswer failed(Fault fault) {
        return new Failed(fault);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the test did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void greetAsMail(ServerSocket socket) {
        try {
            while (!socket.isClosed()) {
                try (var peer = socket.accept()) {
                    peer.getOutputStream().write("220 ready\r\n\r\n".getBytes(US_ASCII));
                }
            }
        } catch (IOException _) {
            // The test has closed the socket.
        }
    }
}
