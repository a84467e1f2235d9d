package io.orderloom.simulation.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.orderloom.channel.Refunds.Failed;
import io.orderloom.channel.Refunds.Pending;
import io.orderloom.channel.Refunds.Settled;
import io.orderloom.connector.shopify.ShopifyAdminApi;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.shop.RefundDesk;
import io.orderloom.simulation.wire.AdminDocuments.Asked;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The connection from one process to a shop's Admin API and back. */
public final class AdminWire implements ShopifyAdminApi {
    /** The access token of the simulated shops. */
    public static final String TOKEN = "shpat_simulated";

    private static final String ORDER = "gid://shopify/Order/";
    private static final Duration LONGEST_THROTTLE = Duration.ofMinutes(1);
    private static final int RESTORED_PER_SECOND = 100;

    private final RefundDesk desk;

    public AdminWire(RefundDesk desk) {
        this.desk = desk;
    }

    @Override
    public Response ask(String token, String request) {
        if (!token.equals(TOKEN)) {
            return HttpReply.page(401).response();
        }
        var asked = Asked.of(request);
        return (asked.changes() ? give(asked) : look(asked)).response();
    }

    private HttpReply look(Asked asked) {
        return switch (desk.look(order(asked.variable("id").asText()))) {
            case RefundDesk.Looked.Shown(var order) ->
                    AdminDocuments.answer(asked, Map.of("order", order));
            case RefundDesk.Looked.Unknown() -> AdminDocuments.answer(asked, Map.of());
            case RefundDesk.Looked.Missed(var fault) -> missed(fault);
        };
    }

    private HttpReply give(Asked asked) {
        var input = asked.variable("input");
        var order = order(input.path("orderId").asText());
        return switch (desk.give(order, input, asked.variable("key").asText())) {
            case Settled(var reference, var amount) ->
                    created(
                            asked,
                            Map.of(
                                    "refund",
                                    desk.refund(reference, amount),
                                    "userErrors",
                                    List.of()));
            case Pending pending ->
                    throw new IllegalStateException(
                            "the simulated shop leaves no refund pending: " + pending);
            case Failed(Fault.Rejected(_, _, var detail)) ->
                    created(
                            asked,
                            Map.of(
                                    "userErrors",
                                    List.of(
                                            Map.of(
                                                    "field",
                                                    List.of("transactions"),
                                                    "message",
                                                    detail))));
            case Failed(var fault) -> missed(fault);
        };
    }

    private static HttpReply created(Asked asked, Map<String, ?> payload) {
        return AdminDocuments.answer(asked, Map.of("refundCreate", payload));
    }

    private static String order(String gid) {
        if (!gid.startsWith(ORDER)) {
            throw new AssertionError("not the id of an order at Shopify: " + gid);
        }
        return gid.substring(ORDER.length());
    }

    private static HttpReply missed(Fault fault) {
        return switch (fault) {
            case Fault.RateLimited(var wait, _) when wait.compareTo(LONGEST_THROTTLE) <= 0 ->
                    throttled(wait);
            case Fault.InDoubt _ -> throw Lost.silent();
            case Fault.Transient(var detail) when detail.startsWith("no ") -> throw Lost.refused();
            case Fault.Transient _,
                    Fault.RateLimited _,
                    Fault.Unauthorized _,
                    Fault.Rejected _,
                    Fault.Invalid _,
                    Fault.Conflict _,
                    Fault.Bug _ ->
                    HttpReply.of(fault);
        };
    }

    /** Status 200, and the bucket's status shows when it will hold enough again. */
    private static HttpReply throttled(Duration wait) {
        var json = JsonNodeFactory.instance.objectNode();
        json.putArray("errors")
                .addObject()
                .put("message", "Throttled")
                .putObject("extensions")
                .put("code", "THROTTLED");
        json.putObject("extensions")
                .putObject("cost")
                .put("requestedQueryCost", RESTORED_PER_SECOND * wait.toSeconds())
                .putObject("throttleStatus")
                .put("currentlyAvailable", 0)
                .put("restoreRate", RESTORED_PER_SECOND);
        return HttpReply.json(200, json);
    }
}
