package io.orderloom.connector.webhook;

import static io.orderloom.connector.webhook.Samples.NEW_KEY;
import static io.orderloom.connector.webhook.Samples.secret;

import io.orderloom.connector.contract.SubscriberContract;
import io.orderloom.connector.contract.SubscriberSide;
import io.orderloom.connector.webhook.Receiver.Answer;
import io.orderloom.connector.webhook.Receiver.Delivery;
import io.orderloom.sample.Webhooks;
import io.orderloom.subscriber.EventVersion;
import io.orderloom.subscriber.Subscriber;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

/** Webhooks over real connections. */
class WebhookContractTest extends SubscriberContract {

    WebhookContractTest() {
        super(new WebhookSubscribers(InstantSource.fixed(Samples.NOW)));
    }

    @Override
    protected SubscriberSide side() throws IOException {
        return new Endpoint();
    }

    private static final class Endpoint implements SubscriberSide {
        private static final String TOKEN = "a-token-in-the-address";

        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicReference<Habit> habit = new AtomicReference<>(Habit.TAKES);
        private final Receiver receiver = new Receiver(exchange -> answer().to(exchange));

        Endpoint() throws IOException {}

        private Answer answer() {
            return switch (habit.get()) {
                case TAKES -> Answer.status(204);
                case REFUSES -> Answer.status(422);
                case IS_BUSY ->
                        Answer.status(429, "retry-after", Long.toString(ASKED_WAIT.toSeconds()));
                case FAILS -> Answer.status(500);
                case LOSES_ITS_ANSWER ->
                        exchange -> {
                            throw new IOException("the connection is lost");
                        };
                case HANGS -> _ -> awaitTheEnd();
            };
        }

        private void awaitTheEnd() {
            try {
                over.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void will(Habit next) {
            habit.set(next);
        }

        @Override
        public Subscriber subscriber(String name, EventVersion events) {
            return Webhooks.webhook(
                    name,
                    receiver.url() + "?token=" + TOKEN,
                    List.of(secret(NEW_KEY)),
                    events,
                    false);
        }

        @Override
        public Subscriber unusable(String name) {
            return Webhooks.webhook(name, "ftp://" + TOKEN, List.of("hush-hush"));
        }

        @Override
        public List<String> confidential() {
            return List.of(TOKEN, secret(NEW_KEY), receiver.url());
        }

        @Override
        public List<String> ids() {
            return receiver.deliveries.stream()
                    .map(delivery -> delivery.header("Webhook-id"))
                    .toList();
        }

        @Override
        public List<String> bodies() {
            return receiver.deliveries.stream().map(Delivery::body).toList();
        }

        @Override
        public void close() {
            over.countDown();
            receiver.close();
        }
    }
}
