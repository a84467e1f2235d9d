package io.orderloom.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.connector.shopify.ShopifySource;
import io.orderloom.fact.Fact;
import io.orderloom.fact.PaymentFact;
import io.orderloom.money.Money;
import io.orderloom.source.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Shopify publishes webhooks, and answers of its REST API that hold the same objects under other
 * names. A shop that is asked for an order says of it what its webhook would say.
 */
final class ShopifyReader implements PlatformReader {
    private static final String REST = "admin-rest-";

    /** Bodies that a client sends to a shop, and no shop to anybody. */
    private static final String REQUESTS = REST + "requests";

    private static final Set<String> READ =
            Set.of(
                    "orders/create",
                    "orders/updated",
                    "orders/paid",
                    "orders/cancelled",
                    "orders/fulfilled",
                    "orders/partially_fulfilled",
                    "refunds/create",
                    "order_transactions/create",
                    "products/create",
                    "products/update");

    private final ShopifySource source = new ShopifySource();

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Map<String, String> headers(String topic, Optional<String> label) {
        return Map.of("x-shopify-topic", webhookTopic(topic, label));
    }

    @Override
    public boolean reads(String topic) {
        return READ.contains(topic);
    }

    @Override
    public List<StatedAmount> amounts(Fact fact, JsonNode body) {
        return switch (fact) {
            case Fact.OrderPlaced placed ->
                    stated(
                            "total_price",
                            body.path("total_price"),
                            placed.order().declared().total().settlement());
            case PaymentFact.PaymentAuthorized authorized ->
                    stated("amount", body.path("amount"), authorized.amount().transaction());
            case PaymentFact.PaymentCaptured captured ->
                    stated("amount", body.path("amount"), captured.amount().transaction());
            case Fact.RefundSettled settled ->
                    refunded(settled.reference(), body, settled.amount().transaction());
            case Fact _ -> List.of();
        };
    }

    private static String webhookTopic(String topic, Optional<String> label) {
        if (label.filter(name -> name.contains("/")).isPresent()) {
            return label.get();
        }
        if (!topic.startsWith(REST)) {
            return topic.matches("[a-z_]+-[a-z_]+") ? topic.replace('-', '/') : topic;
        }
        return topic.equals(REQUESTS)
                ? topic
                : ofContent(label.orElse(topic.substring(REST.length())));
    }

    /** The topic under which a webhook sends the content of an answer. */
    private static String ofContent(String name) {
        return switch (name) {
            case "order", "orders" -> "orders/create";
            case "refund", "refunds" -> "refunds/create";
            case "transaction", "transactions" -> "order_transactions/create";
            case "product", "products" -> "products/create";
            case "fulfillment", "fulfillments" -> "fulfillments/create";
            default -> name;
        };
    }

    private static List<StatedAmount> stated(String path, JsonNode field, Money read) {
        return decimal(field).map(stated -> new StatedAmount(path, stated, read)).stream().toList();
    }

    /** A refund moves the sum of those of its transactions that succeeded. */
    private static List<StatedAmount> refunded(String reference, JsonNode body, Money read) {
        return Stream.concat(body.path("refunds").valueStream(), Stream.of(body))
                .filter(refund -> refund.path("id").asText().equals(reference))
                .filter(refund -> refund.path("transactions").isArray())
                .findFirst()
                .map(refund -> new StatedAmount("transactions", moved(refund), read))
                .stream()
                .toList();
    }

    private static BigDecimal moved(JsonNode refund) {
        return refund.path("transactions")
                .valueStream()
                .filter(part -> part.path("kind").asText().equals("refund"))
                .filter(part -> part.path("status").asText().equals("success"))
                .flatMap(part -> decimal(part.path("amount")).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Optional<BigDecimal> decimal(JsonNode field) {
        try {
            return field.isTextual() || field.isNumber()
                    ? Optional.of(new BigDecimal(field.asText().strip()))
                    : Optional.empty();
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
