package io.orderloom.kit.order;

import io.orderloom.core.PostingProfile;
import io.orderloom.fact.Fact;
import io.orderloom.order.OrderId;
import io.orderloom.order.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that one payload states.
 *
 * @param message the payload as received
 * @param profile by which the orders of its channel instance are posted
 * @param facts as the payload states them, first to last; at least one
 * @param personalData of the order that it places
 */
public record Delivery(
        InboundMessage message,
        PostingProfile profile,
        List<Fact> facts,
        PersonalData personalData) {

    public Delivery {
        facts = List.copyOf(facts);
        if (facts.isEmpty()) {
            throw new IllegalArgumentException(
                    "delivery %s states no fact; a payload about something else is counted as unread"
                            .formatted(message.deliveryId()));
        }
    }

    /** The facts of each order, in the order in which the payload comes to speak of them. */
    Map<OrderId, List<Fact>> byOrder() {
        return facts.stream()
                .collect(
                        Collectors.groupingBy(
                                Fact::orderId, LinkedHashMap::new, Collectors.toList()));
    }
}
