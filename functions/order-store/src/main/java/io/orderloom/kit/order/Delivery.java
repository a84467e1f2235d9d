package io.orderloom.kit.order;

import io.orderloom.core.PostingProfile;
import io.orderloom.source.Statement;
import java.util.List;

/**
 * All that one payload states.
 *
 * @param message the payload as received
 * @param stated one for each order that it speaks of
 */
public record Delivery(InboundMessage message, List<Stated> stated) {

    public Delivery {
        stated = List.copyOf(stated);
    }

    /** A payload that speaks of one order. */
    public static Delivery of(InboundMessage message, PostingProfile profile, Statement statement) {
        return new Delivery(message, List.of(new Stated(statement, profile)));
    }

    /**
     * @param profile by which the order is posted, which its channel decides, whoever states this
     */
    public record Stated(Statement statement, PostingProfile profile) {}
}
