package io.orderloom.connector.webhook;

import static io.orderloom.connector.webhook.Samples.ACCEPTED;
import static io.orderloom.connector.webhook.Samples.NEW_KEY;
import static io.orderloom.connector.webhook.Samples.NOW;
import static io.orderloom.connector.webhook.Samples.OLD_KEY;
import static io.orderloom.connector.webhook.Samples.deliver;
import static io.orderloom.connector.webhook.Samples.secret;
import static io.orderloom.connector.webhook.Samples.subscribers;
import static io.orderloom.sample.Webhooks.webhook;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderloom.connector.webhook.Receiver.Answer;
import io.orderloom.connector.webhook.Receiver.Delivery;
import io.orderloom.order.Tenancy;
import io.orderloom.subscriber.DeliveryAnswer.Delivered;
import io.orderloom.subscriber.EventVersion;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class WebhookSubscribersTest {

    @Test
    void a_subscriber_gets_the_event_as_a_signed_cloud_event() throws Exception {
        try (var receiver = new Receiver(Answer.status(204))) {
            var printer = webhook("printer", receiver.url(), List.of(secret(NEW_KEY)));

            var answer = deliver(subscribers(), ACCEPTED, printer);

            assertThat(answer).isEqualTo(new Delivered());
            var delivery = receiver.deliveries.getFirst();
            assertThat(delivery.method()).isEqualTo("POST");
            assertThat(delivery.header("Content-type")).isEqualTo("application/cloudevents+json");
            assertThat(delivery.body())
                    .isEqualTo(
                            new String(
                                    EventJson.bytes(ACCEPTED, Tenancy.NONE, EventVersion.V1),
                                    UTF_8));
            assertThat(delivery.header("Webhook-id")).isEqualTo("demo-shop:1001/1/0");
            assertThat(delivery.header("Webhook-timestamp")).isEqualTo("1795515330");
            assertThat(delivery.header("Webhook-signature"))
                    .isEqualTo("v1," + verified(delivery, NEW_KEY));
        }
    }

    @Test
    void while_a_secret_is_rotated_both_the_new_and_the_old_one_verify() throws Exception {
        try (var receiver = new Receiver(Answer.status(200))) {
            var secrets = List.of(secret(NEW_KEY), secret(OLD_KEY));

            deliver(subscribers(), ACCEPTED, webhook("printer", receiver.url(), secrets));

            var delivery = receiver.deliveries.getFirst();
            assertThat(delivery.header("Webhook-signature").split(" "))
                    .containsExactly(
                            "v1," + verified(delivery, NEW_KEY),
                            "v1," + verified(delivery, OLD_KEY));
        }
    }

    @Test
    void a_repetition_keeps_its_id_and_body_and_states_the_time_of_the_attempt() throws Exception {
        try (var receiver = new Receiver(Answer.status(200))) {
            var printer = webhook("printer", receiver.url(), List.of(secret(NEW_KEY)));
            var later =
                    new WebhookSubscribers(
                            InstantSource.fixed(NOW.plusSeconds(60)),
                            Samples.client(Samples.PATIENT));

            deliver(subscribers(), ACCEPTED, printer);
            deliver(later, ACCEPTED, printer);

            var first = receiver.deliveries.getFirst();
            var second = receiver.deliveries.getLast();
            assertThat(second.header("Webhook-id")).isEqualTo(first.header("Webhook-id"));
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("Webhook-timestamp")).isEqualTo("1795515390");
            assertThat(second.header("Webhook-signature"))
                    .isEqualTo("v1," + verified(second, NEW_KEY))
                    .isNotEqualTo(first.header("Webhook-signature"));
        }
    }

    @Test
    void a_run_of_deliveries_shares_one_connection() throws Exception {
        Answer answered =
                exchange -> {
                    exchange.sendResponseHeaders(202, 2);
                    exchange.getResponseBody().write("ok".getBytes(UTF_8));
                };
        try (var receiver = new Receiver(answered)) {
            var printer = webhook("printer", receiver.url(), List.of(secret(NEW_KEY)));
            var subscribers = subscribers();

            for (int i = 0; i < 5; i++) {
                deliver(subscribers, ACCEPTED, printer);
            }

            assertThat(receiver.deliveries).hasSize(5);
            assertThat(receiver.deliveries.stream().map(Delivery::peerPort).distinct()).hasSize(1);
        }
    }

    @Test
    void an_id_with_a_full_stop_is_escaped_so_that_nothing_else_can_be_signed_alike() {
        assertThat(Signature.webhookId("shop:10.01%2E/\r\nü/1"))
                .isEqualTo("shop:10%2E01%252E/%0D%0A%C3%BC/1");
    }

    /**
     * Computes the signature as a subscriber does, from the delivery alone and with its own code.
     */
    private static String verified(Delivery delivery, byte[] key) throws GeneralSecurityException {
        var signed =
                String.join(
                        ".",
                        delivery.header("Webhook-id"),
                        delivery.header("Webhook-timestamp"),
                        delivery.body());
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
    }
}
