package io.orderloom.simulation.shop;

import io.orderloom.intake.HttpAnswer;
import io.orderloom.intake.HttpEvent;
import io.orderloom.order.OrderId;
import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.lambda.SimulatedLambda;
import io.orderloom.simulation.schedule.Scheduler;
import io.orderloom.simulation.schedule.SeededRandom;
import io.orderloom.simulation.shop.SimulatedOrder.Kind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Sends each webhook until it is accepted, some of them several times, in no particular order. If
 * the answer is lost the shop sends an accepted webhook again.
 */
public final class SimulatedShop {
    public static final String INSTANCE = "sim-shop";

    /** A second shop, whose orders have the same ids. */
    public static final String OTHER_INSTANCE = "sim-outlet";

    public static final String SECRET = "sim-secret";

    private static final Duration LONGEST_RETRY = Duration.ofMinutes(4);

    private final Scheduler scheduler;
    private final SeededRandom chance;
    private final Trace trace;
    private final SimulatedLambda lambda;
    private final List<SimulatedOrder> orders = new ArrayList<>();
    private final Map<OrderId, SimulatedOrder> byId = new HashMap<>();
    private final Map<String, Integer> placed = new HashMap<>();
    private final Map<OrderId, List<String>> taken = new HashMap<>();
    private final Map<OrderId, Set<String>> silent = new HashMap<>();
    private final Supplier<String> secret;
    private int unsent;

    /**
     * @param secret the secret with which webhooks are signed at the moment
     */
    public SimulatedShop(
            Scheduler scheduler,
            SeededRandom chance,
            Trace trace,
            SimulatedLambda lambda,
            Supplier<String> secret) {
        this.scheduler = scheduler;
        this.chance = chance;
        this.trace = trace;
        this.lambda = lambda;
        this.secret = secret;
    }

    /** The domain from which the shop of an instance sends its webhooks. */
    public static String domain(String instance) {
        return instance + ".myshopify.com";
    }

    private record Webhook(SimulatedOrder order, String topic, String deliveryId, String body) {}

    /**
     * Places an order.
     *
     * @param after how long from now
     * @param cancelledAfter how much later the order is cancelled, if it is
     */
    public SimulatedOrder place(Kind kind, Duration after, Duration cancelledAfter) {
        return place(Placing.of(kind, after, cancelledAfter));
    }

    public SimulatedOrder place(Placing placing) {
        long id = 1_000L + placed.merge(placing.instance(), 1, Integer::sum);
        var buyer = Buyer.of(chance.seed(), placing.instance(), id);
        var order =
                SimulatedOrder.drawn(
                        placing.instance(), id, placing.kind(), placing.size(), buyer, chance);
        orders.add(order);
        byId.put(id(order), order);
        silent.put(id(order), placing.silent());
        announce(order, Placing.CREATED, placing.after());
        var later = placing.after().plus(placing.cancelledAfter());
        if (placing.kind() == Kind.CANCELLED) {
            announce(order, Placing.CANCELLED, later);
        } else if (placing.kind() == Kind.PAID_LATER) {
            announce(order, Placing.PAID, later);
        }
        return order;
    }

    /** Schedules an action before which the shop is not done. */
    public void expectMore(Duration after, Runnable more) {
        unsent++;
        scheduler.after(
                after,
                () -> {
                    unsent--;
                    more.run();
                });
    }

    /** Sends the webhook once, twice or three times. */
    private void announce(SimulatedOrder order, String topic, Duration after) {
        if (silences(order, topic)) {
            return;
        }
        var body = Base64.getEncoder().encodeToString(body(order, topic));
        int times = chance.happens(250) ? chance.between(2, 3) : 1;
        for (int i = 0; i < times; i++) {
            var id = "%s-%d-%s-%d".formatted(order.instance(), order.id(), topic.substring(7), i);
            var late = i == 0 ? Duration.ZERO : chance.between(Duration.ZERO, LONGEST_RETRY);
            sendLater(new Webhook(order, topic, id, body), after.plus(late));
        }
    }

    private void sendLater(Webhook webhook, Duration after) {
        unsent++;
        scheduler.after(
                after, () -> lambda.post(event(webhook), answer -> answered(webhook, answer)));
    }

    private void answered(Webhook webhook, Optional<HttpAnswer> answer) {
        unsent--;
        int status = answer.map(HttpAnswer::statusCode).orElse(502);
        trace.note("shop", () -> "%s answered %d".formatted(webhook.deliveryId(), status));
        if (status == 202) {
            taken.computeIfAbsent(id(webhook.order()), _ -> new ArrayList<>())
                    .add(webhook.deliveryId());
        } else if (status < 500) {
            throw new IllegalStateException(
                    "intake refused %s: %s".formatted(webhook.deliveryId(), answer));
        }
        if (status != 202 || chance.happens(30)) {
            sendLater(webhook, chance.between(Duration.ofSeconds(1), LONGEST_RETRY));
        }
    }

    /** The order's canonical id. */
    public static OrderId id(SimulatedOrder order) {
        return new OrderId(order.instance(), Long.toString(order.id()));
    }

    private HttpEvent event(Webhook webhook) {
        var headers = new HashMap<String, String>();
        headers.put("x-shopify-topic", webhook.topic());
        headers.put("x-shopify-webhook-id", webhook.deliveryId());
        headers.put("x-shopify-hmac-sha256", signature(webhook.body(), secret.get()));
        headers.put("x-shopify-shop-domain", domain(webhook.order().instance()));
        headers.put("x-correlation-id", "sim-" + webhook.order().id());
        return new HttpEvent(
                headers,
                Map.of("channelInstance", webhook.order().instance()),
                null,
                null,
                webhook.body(),
                true,
                null);
    }

    private static String signature(String body, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(Base64.getDecoder().decode(body)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public Optional<SimulatedOrder> order(OrderId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<SimulatedOrder> orders() {
        return List.copyOf(orders);
    }

    /** The ids of the order's deliveries that were answered with 202. */
    public List<String> taken(SimulatedOrder order) {
        return List.copyOf(taken.getOrDefault(id(order), List.of()));
    }

    /** Returns whether the shop never sends this webhook of the order. */
    public boolean silences(SimulatedOrder order, String topic) {
        return silent.getOrDefault(id(order), Set.of()).contains(topic);
    }

    /** The body of an accepted delivery, byte for byte. */
    public byte[] bodyOf(SimulatedOrder order, String delivery) {
        return Stream.of(Placing.CANCELLED, Placing.PAID)
                .filter(topic -> delivery.contains("-" + topic.substring(7) + "-"))
                .findFirst()
                .map(topic -> body(order, topic))
                .orElseGet(() -> body(order, Placing.CREATED));
    }

    private static byte[] body(SimulatedOrder order, String topic) {
        var json = new ShopifyJson(order);
        return switch (topic) {
            case Placing.CANCELLED -> json.cancelled();
            case Placing.PAID -> json.paid();
            default -> json.created();
        };
    }

    /** Returns whether every webhook was sent and answered. */
    public boolean isDone() {
        return unsent == 0;
    }
}
